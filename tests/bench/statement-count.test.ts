import { watchMessages } from '../../bench/measure/statement-count.js';

const message = (type: string, length: number): Buffer => {
  const bytes = Buffer.alloc(type.length + length, '.');
  bytes.write(type, 0);
  bytes.writeUInt32BE(length, type.length);
  return bytes;
};

function typesIn(parts: readonly Buffer[]): string {
  const types: string[] = [];
  const see = watchMessages((type) => types.push(String.fromCharCode(type)));
  parts.forEach((part) => see(part));
  return types.join('');
}

describe('Messages of a database client', () => {
  const session = Buffer.concat([
    message('', 40),
    message('P', 90),
    message('B', 20),
    message('E', 9),
    message('S', 4),
  ]);

  it('are seen one by one, the start of the session without a type', () => {
    expect(typesIn([session])).toBe('PBES');
  });

  it('are the same however the network cuts them', () => {
    expect(typesIn([...session].map((byte) => Buffer.from([byte])))).toBe('PBES');
  });
});
