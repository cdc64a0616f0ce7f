import { rememberTexts } from '../../../src/domain/remember-texts.js';

test('a text that was asked for before is not worked on again, a long one is not kept', () => {
  const asked: string[] = [];
  const shout = rememberTexts((text) => {
    asked.push(text);
    return text.toUpperCase();
  });
  const long = 'a'.repeat(201);
  expect(['a', 'b', 'a', '', '', long, long].map(shout)).toEqual([
    'A',
    'B',
    'A',
    '',
    '',
    ...Array(2).fill('A'.repeat(201)),
  ]);
  expect(asked).toEqual(['a', 'b', '', long, long]);
});

test('all are forgotten before there are too many, and no answer is another text’s', () => {
  const twice = rememberTexts((text) => `${text}${text}`);
  const texts = Array.from({ length: 45_000 }, (_, at) => `${at % 30_000}`);
  expect(texts.every((text) => twice(text) === text + text)).toBe(true);
});
