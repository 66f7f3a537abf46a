import { namesOf } from 'c/tandemNames';

const edge = (id: string, name: string | null) => ({ node: { Id: id, Name: { value: name } } });

describe('the names of records', () => {
  it('are those of contacts and accounts that came', () => {
    const query = {
      Contact: { edges: [edge('003a', 'Lena Vogt'), edge('003b', null)] },
      Account: { edges: [edge('001a', 'Kestrel Robotics')] },
    };
    expect(Object.fromEntries(namesOf({ data: { uiapi: { query } } }))).toEqual({
      '003a': 'Lena Vogt',
      '001a': 'Kestrel Robotics',
    });
  });

  it('are none before they are read', () => {
    expect(namesOf({}).size).toBe(0);
  });
});
