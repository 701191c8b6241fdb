import type { TestMember, TestSpace } from '@counterpart/db/testing';
import type { TestApp } from '../app.ts';
import type { Client } from '../client.ts';

export interface Person {
  member: TestMember;
  client: Client;
}

/** A few people and rooms in which anything may happen. */
export interface Network {
  people: Person[];
  spaces: TestSpace[];
}

/** Somebody in every space, in the open one, in none; a facilitator; a moderator; an admin. */
export async function aNetwork(t: TestApp): Promise<Network> {
  const { make } = t;
  const [insider, joined, outsider] = [
    await make.aMember(),
    await make.aMember(),
    await make.aMember(),
  ];
  const facilitator = await make.aMember();
  const moderator = await make.aMember({ role: 'moderator' });
  const admin = await make.aMember({ role: 'admin' });
  const facilitators = [facilitator];
  const spaces = [
    await make.aSpace({ members: [insider, joined], facilitators }),
    await make.aSpace({ access: 'restricted', members: [insider], facilitators }),
    await make.aSpace({ access: 'private', members: [insider, admin] }),
  ];
  const members = [insider, joined, outsider, facilitator, moderator, admin];
  const people = await Promise.all(
    members.map(async (member) => ({ member, client: await t.as(member) })),
  );
  return { people, spaces };
}
