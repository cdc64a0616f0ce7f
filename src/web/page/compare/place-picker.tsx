import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompareAddress } from '../address/compare-address';
import { useAnswer } from '../ask/use-answer';
import { FindBodiesDocument, FindDepartmentsDocument } from '../generated/graphql';
import type { DepartmentFilter } from '../generated/graphql';
import { MultiPicker } from '../parts/multi-picker';
import type { Choice, ChoiceGroup } from '../parts/multi-picker';
import { Select } from '../parts/select';
import { useHoldings } from '../shell/holdings';
import { useLanguage } from '../words/use-language';

interface Picker {
  readonly address: CompareAddress;
  readonly onChange: (changed: Partial<CompareAddress>) => void;
}

/** Districts as sums over their departments, or single departments. */
export function PlacePicker({ address, onChange }: Picker) {
  const { t } = useTranslation('compare');
  const isOfDepartments = address.departments.length > 0;
  const [wantsDepartments, setWants] = useState(isOfDepartments);
  const shown = wantsDepartments || isOfDepartments;
  const turn = (departments: boolean) => {
    setWants(departments);
    if (!departments && isOfDepartments) onChange({ departments: [] });
  };
  return (
    <>
      <div className="field">
        <span className="field-label">{t('places')}</span>
        <div className="segments" role="group" aria-label={t('places')}>
          <button type="button" aria-pressed={!shown} onClick={() => turn(false)}>
            {t('ofDistricts')}
          </button>
          <button type="button" aria-pressed={shown} onClick={() => turn(true)}>
            {t('ofDepartments')}
          </button>
        </div>
      </div>
      {shown ? (
        <DepartmentPicker address={address} onChange={onChange} />
      ) : (
        <>
          <DistrictPicker chosen={address.districts} onChoose={(districts) => onChange({ districts })} />
          <label className="check">
            <input
              type="checkbox"
              checked={address.of === 'DEPARTMENT'}
              onChange={({ target }) => onChange({ of: target.checked ? 'DEPARTMENT' : 'DISTRICT', body: undefined })}
            />
            {t('wholeDistrict')}
          </label>
          {address.of === 'DEPARTMENT' && <BodySelect address={address} onChange={onChange} />}
        </>
      )}
    </>
  );
}

/** Districts that have a report, under the division that they belong to. */
export function DistrictPicker(props: { chosen: readonly string[]; onChoose: (codes: readonly string[]) => void }) {
  const { t } = useTranslation('compare');
  const language = useLanguage();
  const { districts, coverage } = useHoldings();
  const covered = new Set(coverage.cells.map(({ district }) => district.code));
  const name = (own: { name: string; nameEn: string }) => (language === 'en' ? own.nameEn : own.name);
  const asChoice = (own: (typeof districts)[number]): Choice => ({
    key: own.code,
    label: name(own),
    detail: own.code,
    found: `${own.name} ${own.nameEn.replaceAll(' ', '')}`,
  });
  const groups = new Map<string, { label: string; items: Choice[] }>();
  for (const own of districts) {
    if (!covered.has(own.code)) continue;
    const label = own.parent ? name(own.parent) : name(own);
    const group = groups.get(label) ?? { label, items: [] };
    group.items.push(asChoice(own));
    groups.set(label, group);
  }
  const chosen = props.chosen.map((code) => {
    const own = districts.find((district) => district.code === code);
    return own ? asChoice(own) : { key: code, label: code };
  });
  return (
    <MultiPicker
      label={t('districts')}
      placeholder={t('districtsHint')}
      groups={[...groups.values()] satisfies ChoiceGroup[]}
      chosen={chosen}
      onChoose={props.onChoose}
    />
  );
}

/** Peers: departments that are called alike but for their place. */
function BodySelect({ address, onChange }: Picker) {
  const { t } = useTranslation('compare');
  const where = address.districts.length > 0 ? { district: { in: address.districts } } : {};
  const { data } = useAnswer(FindBodiesDocument, { where });
  const found = (data?.data.departments.nodes ?? []).map(({ body }) => body);
  const bodies = [...new Set([...(address.body ? [address.body] : []), ...found])].sort((a, b) =>
    a.localeCompare(b, 'zh-CN'),
  );
  return (
    <Select
      label={t('body')}
      value={address.body ?? ''}
      choices={[['', t('anyBody')], ...bodies.map((body) => [body, body] as const)]}
      onChoose={(body) => onChange({ body: body || undefined })}
    />
  );
}

function DepartmentPicker({ address, onChange }: Picker) {
  const { t } = useTranslation('compare');
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const where: DepartmentFilter = search === '' ? {} : { name: { contains: search } };
  const { data, isFetching } = useAnswer(FindDepartmentsDocument, { where });
  const [known, setKnown] = useState<ReadonlyMap<string, Choice>>(new Map());
  const found = data?.data.departments;
  const choices = (found?.nodes ?? []).map(({ id, name, district }) => ({
    key: id,
    label: name,
    detail: `${district.name} ${district.code}`,
  }));
  const choose = (keys: readonly string[]) => {
    setKnown(new Map([...known, ...choices.map((choice) => [choice.key, choice] as const)]));
    onChange({ departments: keys });
  };
  const label = (id: string): Choice =>
    known.get(id) ?? choices.find(({ key }) => key === id) ?? { key: id, label: id };
  return (
    <MultiPicker
      label={t('departments')}
      placeholder={t('departmentsHint')}
      groups={[{ label: t('departments'), items: choices }]}
      chosen={address.departments.map(label)}
      onChoose={choose}
      onSearch={setTyped}
      status={
        isFetching
          ? t('searching')
          : found && found.totalCount > choices.length
            ? t('moreFound', { count: found.totalCount })
            : ''
      }
    />
  );
}
