import { differences } from './meaning';

const claim = (spec: object) => ({ kind: 'PersistentVolumeClaim', spec: { ...spec } });
const secret = (content: object) => ({ kind: 'Secret', ...content });

describe('differences between what was sent and what is read', () => {
  test('are none when everything reads back, whatever the server added', () => {
    const sent = { kind: 'A', metadata: { name: 'a' }, list: [{ x: 1 }] };
    const live = { kind: 'A', metadata: { name: 'a', uid: '1' }, list: [{ x: 1, y: 2 }], status: {} };
    expect(differences(sent, live)).toStrictEqual([]);
  });

  test('name the place, what was sent and what is there', () => {
    const sent = { kind: 'A', spec: { a: 'x', b: true, c: [1], d: [{ e: 'f' }] } };
    const live = { kind: 'A', spec: { a: 'y', c: [], d: [{ e: 'g' }] } };
    expect(differences(sent, live)).toStrictEqual([
      'spec.a: sent "x", read "y"',
      'spec.b: sent true, read nothing',
      'spec.c: sent 1 items, read 0',
      'spec.d[0].e: sent "f", read "g"',
    ]);
  });

  test('are none when an empty value is left out', () => {
    const sent = { kind: 'A', spec: { a: false, b: '', c: [], d: {}, e: null, f: { g: false }, h: 0 } };
    expect(differences(sent, { kind: 'A' })).toStrictEqual([]);
  });

  test('are seen when an empty value became another one', () => {
    expect(differences({ kind: 'A', a: false, b: '' }, { kind: 'A', a: true, b: 'x' })).toHaveLength(2);
  });

  test('are seen when the empty class of a claim is left out, but not of a volume', () => {
    expect(differences(claim({ storageClassName: '' }), claim({}))).toStrictEqual([
      'spec.storageClassName: sent "", read nothing',
    ]);
    const volume = { kind: 'PersistentVolume' };
    expect(differences({ ...volume, spec: { storageClassName: '' } }, { ...volume, spec: {} })).toStrictEqual([]);
  });

  test.each([
    ['1Gi', '1024Mi'],
    ['1Gi', '1073741824'],
    ['1', '1000m'],
    ['0.5Gi', '512Mi'],
    ['1.5', '1500m'],
    ['1e3', '1k'],
    ['1E3', '1000'],
    ['1E', '1000P'],
    ['1000u', '1m'],
    ['+1', '1'],
    ['-1Ki', '-1024'],
  ])('are none between the quantities %s and %s', (sent, live) => {
    const request = (storage: string) => claim({ resources: { requests: { storage } } });
    expect(differences(request(sent), request(live))).toStrictEqual([]);
  });

  test.each([
    ['1Gi', '1G'],
    ['1Gi', '1073741823'],
    ['1', '-1'],
    ['1', '1n'],
    ['one', 'one more'],
    ['.', '0'],
  ])('are seen between the quantities %s and %s', (sent, live) => {
    const capacity = (storage: string) => ({ kind: 'PersistentVolume', spec: { capacity: { storage } } });
    expect(differences(capacity(sent), capacity(live))).toHaveLength(1);
  });

  test('are seen between texts that would be equal quantities elsewhere', () => {
    expect(differences({ kind: 'A', a: '1Gi' }, { kind: 'A', a: '1024Mi' })).toHaveLength(1);
  });

  test('are none between a secret sent as text and read as base64', () => {
    const live = secret({ data: { a: Buffer.from('grüße').toString('base64') } });
    expect(differences(secret({ stringData: { a: 'grüße' } }), live)).toStrictEqual([]);
    expect(differences(live, live)).toStrictEqual([]);
  });

  test('are seen between secrets of other content, and text goes before base64', () => {
    const live = secret({ data: { a: Buffer.from('b').toString('base64') } });
    expect(differences(secret({ stringData: { a: 'a' } }), live)).toHaveLength(1);
    expect(differences(secret({ data: { a: 'YQ==' } }), live)).toHaveLength(1);
    expect(differences(secret({ data: { a: 'YQ==' }, stringData: { a: 'b' } }), live)).toStrictEqual([]);
    expect(differences(secret({ data: { b: 'Yg==' } }), live)).toHaveLength(1);
  });
});
