/** Radicals without a decomposition of their own, or with one that is drawn otherwise (戶), and the characters that look the same. */
const RADICALS = '⺁⺜⺝⺟⺠⺰⻁⻄⻅⻆⻈⻉⻋⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳⺒⺓⼾';
const CHARACTERS = '厂日月母民纟虎西见角讠贝车长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟巳幺户';
const LOOKALIKES = new Map([...RADICALS].map((radical, at) => [radical, CHARACTERS[at] ?? radical]));

/**
 * The text with radicals (⼀, ⻔) as the characters they are drawn as (一, 门): where a font gives its glyphs no characters,
 * programs that write PDF choose the first one that has the glyph. Nothing else is changed.
 */
export function settleRadicals(text: string): string {
  if (!/[\u2e80-\u2fdf]/.test(text)) return text;
  return text.replace(/[\u2e80-\u2fdf]/g, (sign) => LOOKALIKES.get(sign) ?? sign.normalize('NFKC'));
}
