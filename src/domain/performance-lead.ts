/** Words that make a number a change, a part or an estimate instead of the value itself. */
const OTHER_MEANING =
  /比上年|较上年|上年|同比|环比|增长|增加|提高|提升|下降|减少|降低|压缩|节约|其中|每|约|扣|分别|以及|和$/;
/** What a number may stand behind without a sign: the name of a rate, count or measure, or a verb of reaching it. */
const MEASURE =
  /(?:率|度|比例|占比|比重|数量|次数|人数|件数|个数|场次|时间|时长|时限|金额)(?:应|须|需|要)?(?:为|是|:)?$/;
const REACHED = /^(?:全年|实际|共|累计|已|现已)*(?:完成|实现|为)?$/;
const SIGN = /^[≥≤<>=]|^(?:不得?(?:低|少|小|超|高|大|多)|至少|至多|达|超过|控制在)/;

/**
 * The text without the words before its number, where they only name what is measured (`群众满意度≥90%`, `完成12场`); the whole text
 * where they say anything else.
 */
export function readLead(level: string): string {
  const [, lead = '', rest = ''] =
    /^([\p{Script=Han}A-Za-z()"《》:]{1,40}?)((?:[≥≤<>=]|不得?(?:[低少小高大多]于|超过)|至少|至多|达到?|超过|控制在)?-?\d.*)$/u.exec(
      level,
    ) ?? [];
  if (lead === '' || OTHER_MEANING.test(lead)) return level;
  return MEASURE.test(lead) || REACHED.test(lead) || SIGN.test(rest) ? rest : level;
}
