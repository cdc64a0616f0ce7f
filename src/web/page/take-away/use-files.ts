import { useTranslation } from 'react-i18next';
import { ask } from '../ask/ask';
import { pinnedRelease } from '../ask/release';
import { CitationsDocument } from '../generated/graphql';
import type { CompareInput } from '../generated/graphql';
import { joinNames } from '../format/join-names';
import { useLanguage } from '../words/use-language';
import { nameFile } from './file-name';
import { linkOfComparison } from './links';
import { saveFile } from './save-file';
import type { Taken } from './taken';

/** Where more cells are compared, their documents are left to the export of the API. */
const MOST_CITED = 1_000;

/** Makes and saves a file of what is shown; each gives its name. What writes it comes when it is asked for. */
export function useFiles(taken: Taken) {
  const { t } = useTranslation('takeAway');
  const tellWords = useWords(taken);
  const save = (ending: string, content: Blob, title = taken.title) => {
    const name = nameFile(title, taken.release, ending);
    saveFile(name, content);
    return name;
  };
  const draw = async () => {
    if (!taken.drawing) throw new Error('expected a chart');
    const picture = await import('./draw-picture');
    return { ...picture, svg: picture.drawSvg(taken.drawing, tellWords.forPicture()) };
  };
  return {
    saveCsv: async () => {
      const { writeCsv } = await import('./write-csv');
      return save('csv', new Blob([writeCsv(taken.table)], { type: 'text/csv;charset=utf-8' }));
    },
    saveWorkbook: async () => {
      const { writeWorkbook } = await import('./write-workbook');
      const about = tellWords.forWorkbook(await cite(taken));
      return save(
        'xlsx',
        await writeWorkbook({ table: taken.table, sheetNames: [t('sheetFigures'), t('sheetAbout')], about }),
      );
    },
    saveSvg: async () => save('svg', new Blob([(await draw()).svg], { type: 'image/svg+xml' }), pictureTitle(taken)),
    savePng: async () => {
      const { svg, paintPng } = await draw();
      return save('png', await paintPng(svg), pictureTitle(taken));
    },
  };
}

function pictureTitle({ title, drawn }: Taken): string {
  return drawn ? `${drawn} · ${title}` : title;
}

/** What goes with the figures, in words. */
function useWords(taken: Taken) {
  const { t } = useTranslation('takeAway');
  const { t: term } = useTranslation('terms');
  const { title, question, verdict, warnings, notes, release, comparison, drawing } = taken;
  const source = comparison ? t('source', { release, id: comparison.id }) : t('sourceOfSums', { release });
  const language = useLanguage();
  const colon = language === 'zh' ? '：' : ': ';
  const units = new Set(drawing?.marks.map(({ figure }) => term(`unit.${figure.cell.unit}`)));
  const signs = [
    ...(drawing?.marks.some(({ figure }) => figure.isUnlike) ? [t('hatched')] : []),
    ...(drawing?.marks.some(({ target }) => target) ? [t('target')] : []),
  ];
  const warned = warnings.map(({ name, message }) => `△ ${name}${colon}${message}`);
  return {
    forPicture: () => ({
      title: pictureTitle(taken),
      unit: t('unit', { unit: joinNames([...units], language) }),
      verdict: term(`verdict.${verdict}`),
      warnings: warned,
      notes: [...notes, ...signs],
      source,
    }),
    forWorkbook: (citations: readonly string[]): readonly (readonly [string, string])[] => [
      [t('about.title'), title],
      ...question,
      [t('about.verdict'), term(`verdict.${verdict}`)],
      ...warnings.map(({ name, message }) => [t('about.warning'), `${name}${colon}${message}`] as const),
      ...notes.map((note) => [t('about.missing'), note] as const),
      [t('about.release'), release],
      ...(comparison
        ? [
            [t('about.id'), comparison.id] as const,
            [t('about.link'), `${linkOfComparison(comparison.id)}?release=${release}`] as const,
          ]
        : []),
      [t('about.source'), source],
      ...citations.map((citation) => [t('about.citation'), citation] as const),
      [t('about.exact'), t('exactNote')],
    ],
  };
}

/** The documents behind the figures, each passage once. */
async function cite({ comparison, asked, table }: Taken): Promise<readonly string[]> {
  if (!comparison || table.rows.length > MOST_CITED) return [];
  const { data } = await ask(CitationsDocument, asked.variables as { input: CompareInput }, {
    release: pinnedRelease(),
  });
  return [...new Set(data.compare?.cells.map(({ explanation }) => explanation.citation))].filter(Boolean);
}
