import { describe, expect, it } from '@jest/globals';
import { parseAddress } from '../../../src/store/postgres-address.js';

describe('The address of a PostgreSQL', () => {
  it('sets UTC for every connection, beside what it sets itself', () => {
    const { connectionString, schema, place } = parseAddress(
      'postgres://a:b@c:5433/d?options=-c%20work_mem%3D8MB&sslmode=require',
    );
    expect(new URL(connectionString).searchParams.get('options')).toBe('-c work_mem=8MB -c TimeZone=UTC');
    expect(new URL(connectionString).searchParams.get('sslmode')).toBe('require');
    expect([schema, place]).toEqual(['public', expect.stringMatching(/^postgres:\/\/a@c:5433\/d\?/)]);
  });

  it('may name a schema, with blanks and quotes in it', () => {
    const { connectionString, schema, place } = parseAddress('postgresql://a@c/d?schema=x%20"y');
    expect(new URL(connectionString).searchParams.get('options')).toBe('-c TimeZone=UTC -c search_path="x\\ ""y"');
    expect(new URL(connectionString).searchParams.has('schema')).toBe(false);
    expect(schema).toBe('x "y');
    expect(place).toContain('schema=');
  });

  it('never shows a password', () => {
    expect(parseAddress('postgres://a:s3cret@c/d?password=s3cret').place).toBe('postgres://a@c/d');
  });
});
