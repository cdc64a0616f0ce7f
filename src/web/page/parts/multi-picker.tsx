import { Combobox } from '@base-ui/react/combobox';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

/** Something that can be picked. */
export interface Choice {
  readonly key: string;
  readonly label: string;
  /** A second line: its code, where it is. */
  readonly detail?: string;
  /** What a search finds it by besides, as pinyin. */
  readonly found?: string;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly items: readonly Choice[];
}

interface Picker {
  readonly label: string;
  readonly placeholder: string;
  readonly groups: readonly ChoiceGroup[];
  readonly chosen: readonly Choice[];
  readonly onChoose: (keys: readonly string[]) => void;
  /** Where the choices are found elsewhere, by what is typed. */
  readonly onSearch?: (text: string) => void;
  /** What is to be said of the search under way. */
  readonly status?: string;
}

/** A list to pick several from, by typing or looking. */
export function MultiPicker({ label, placeholder, groups, chosen, onChoose, onSearch, status }: Picker) {
  const { t } = useTranslation('compare');
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Combobox.Root
        multiple
        items={groups.filter(({ items }) => items.length > 0).map((group) => ({ ...group, items: [...group.items] }))}
        value={[...chosen]}
        onValueChange={(next: Choice[]) => onChoose(next.map(({ key }) => key))}
        isItemEqualToValue={(item: Choice, value: Choice) => item.key === value.key}
        itemToStringLabel={(item: Choice) => item.label}
        filter={onSearch ? null : matches}
        onInputValueChange={(text) => onSearch?.(text)}
        onOpenChange={(open, details) => {
          if (!open && details.reason === 'item-press') details.cancel();
        }}
        limit={200}
        autoHighlight
      >
        <Combobox.InputGroup className="picker">
          <Combobox.Chips className="chips">
            {chosen.map((choice) => (
              <Combobox.Chip key={choice.key} className="chip" aria-label={choice.label}>
                <span title={choice.label}>{choice.label}</span>
                <Combobox.ChipRemove aria-label={t('remove', { name: choice.label })}>×</Combobox.ChipRemove>
              </Combobox.Chip>
            ))}
            <Combobox.Input id={id} placeholder={chosen.length === 0 ? placeholder : ''} />
          </Combobox.Chips>
        </Combobox.InputGroup>
        <Combobox.Portal>
          <Combobox.Positioner className="picker-positioner" sideOffset={4} align="start">
            <Combobox.Popup className="picker-popup">
              <Combobox.Status className="picker-status">{status}</Combobox.Status>
              <Combobox.Empty>{!status && <p className="picker-status">{t('nothingFound')}</p>}</Combobox.Empty>
              <Combobox.List>
                {(group: ChoiceGroup) => (
                  <Combobox.Group key={group.label} items={[...group.items]}>
                    <Combobox.GroupLabel className="picker-group">{group.label}</Combobox.GroupLabel>
                    <Combobox.Collection>
                      {(item: Choice) => (
                        <Combobox.Item key={item.key} value={item} className="picker-item">
                          <Combobox.ItemIndicator className="tick">✓</Combobox.ItemIndicator>
                          <span className="words">
                            {item.label}
                            {item.detail && <small>{item.detail}</small>}
                          </span>
                        </Combobox.Item>
                      )}
                    </Combobox.Collection>
                  </Combobox.Group>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </div>
  );
}

/** All words that are typed, anywhere in what the choice is called. */
function matches({ key, label, detail, found }: Choice, typed: string): boolean {
  const own = [key, label, detail, found].join(' ').toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => own.includes(word));
}
