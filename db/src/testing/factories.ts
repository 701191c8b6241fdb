import { createHash, randomBytes } from 'node:crypto';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { newId } from '../ids.ts';
import * as schema from '../schema/index.ts';
import { createThreadFactories } from './thread-factories.ts';

export interface TestMember {
  id: number;
  name: string;
  email: string;
  seat: string;
  institutionId: number | null;
}

export interface TestSpace {
  id: number;
  slug: string;
  access: 'open' | 'restricted' | 'private';
}

type MemberRow = typeof schema.member.$inferInsert;
type PersonRow = typeof schema.memberPerson.$inferInsert;

export type MemberWish = Partial<
  Pick<MemberRow, 'state' | 'institutionId'> &
    Pick<PersonRow, 'name' | 'email' | 'locale' | 'languages' | 'about'>
> & {
  seat?: string;
  role?: 'moderator' | 'admin';
  /** The hash of their password; without one they have none. */
  passwordHash?: string;
};

export interface SpaceWish {
  access?: TestSpace['access'];
  slug?: string;
  members?: readonly { id: number }[];
  /** Members who look after the space. */
  facilitators?: readonly { id: number }[];
  requests?: readonly { id: number }[];
}

export type Orm = PostgresJsDatabase<typeof schema>;

export interface Making {
  orm: Orm;
  unique(): string;
  aMember(wish?: MemberWish): Promise<TestMember>;
  aSpace(wish?: SpaceWish): Promise<TestSpace>;
}

function names(name: string) {
  return { nameEn: name, nameFr: `${name} (fr)`, nameAr: `${name} (ar)` };
}

function createPeople(orm: Orm, unique: () => string) {
  async function aRegion(): Promise<string> {
    const slug = `region-${unique()}`;
    await orm.insert(schema.region).values({ slug, ...names(slug), position: 0 });
    return slug;
  }

  async function anInstitution(
    wish: Partial<typeof schema.institution.$inferInsert> = {},
  ): Promise<number> {
    const id = newId();
    await orm.insert(schema.institution).values({
      id,
      kind: 'city',
      ...names(`City ${unique()}`),
      country: 'KE',
      createdAt: new Date(),
      ...wish,
    });
    return id;
  }

  async function aMember(wish: MemberWish = {}): Promise<TestMember> {
    const { role, passwordHash, state = 'active', seat = 'practitioner' } = wish;
    const tag = unique();
    const { name = `Member ${tag}`, email = `${tag}@members.example` } = wish;
    const { locale = 'en', languages = ['en'], about = null } = wish;
    const institutionId =
      wish.institutionId === undefined ? await anInstitution() : wish.institutionId;
    const id = newId();
    const now = new Date();
    await orm.insert(schema.member).values({ id, institutionId, seat, state, createdAt: now });
    await orm
      .insert(schema.memberPerson)
      .values({ memberId: id, name, email, locale, languages, about });
    if (role) {
      const grant = { id: newId(), memberId: id, role, fromAt: new Date(0) };
      await orm.insert(schema.roleGrant).values(grant);
    }
    if (passwordHash !== undefined) {
      const credential = { memberId: id, passwordHash, changedAt: now };
      await orm.insert(schema.memberCredential).values(credential);
    }
    return { id, name, email: email ?? '', seat, institutionId };
  }

  return { aRegion, anInstitution, aMember };
}

function createRooms(orm: Orm, unique: () => string) {
  async function aTheme(slug = `theme-${unique()}`): Promise<string> {
    await orm.insert(schema.theme).values({ slug, ...names(slug) });
    return slug;
  }

  async function aSpace(wish: SpaceWish = {}): Promise<TestSpace> {
    const { access = 'open', slug = `space-${unique()}` } = wish;
    const { members = [], facilitators = [], requests = [] } = wish;
    const id = newId();
    const purpose = { purposeEn: 'To try.', purposeFr: 'Pour essayer.', purposeAr: 'للتجربة.' };
    const createdAt = new Date();
    await orm
      .insert(schema.space)
      .values({ id, slug, access, ...names(slug), ...purpose, createdAt });
    const inside = [...new Set([...members, ...facilitators].map((member) => member.id))];
    if (inside.length > 0) {
      await orm
        .insert(schema.spaceMember)
        .values(inside.map((memberId) => ({ spaceId: id, memberId, joinedAt: createdAt })));
    }
    for (const { id: memberId } of facilitators) {
      const grant = { id: newId(), memberId, spaceId: id, fromAt: new Date(0) };
      await orm.insert(schema.roleGrant).values({ ...grant, role: 'facilitator' });
    }
    for (const { id: memberId } of requests) {
      await orm
        .insert(schema.spaceRequest)
        .values({ spaceId: id, memberId, requestedAt: createdAt });
    }
    return { id, slug, access };
  }

  return { aTheme, aSpace };
}

/**
 * Puts rows into a test database as its owner, past the actions: fast, and for states that no
 * action makes yet. What a row needs and the test does not name is made with it.
 */
export function createFactories(ownerUrl: string) {
  const client = postgres(ownerUrl, { max: 2, onnotice: () => undefined });
  const orm = drizzle(client, { schema });
  let made = 0;
  const unique = () => {
    made += 1;
    return `${made}-${randomBytes(3).toString('hex')}`;
  };
  const people = createPeople(orm, unique);
  const rooms = createRooms(orm, unique);

  /** Signs a member in without a password; gives the token for the cookie. */
  async function aSession(
    member: { id: number },
    wish: Partial<typeof schema.session.$inferInsert> = {},
  ): Promise<string> {
    const token = randomBytes(25).toString('hex');
    const now = new Date();
    await orm.insert(schema.session).values({
      tokenHash: createHash('sha256').update(token).digest(),
      id: newId(),
      memberId: member.id,
      createdAt: now,
      lastUsedAt: now,
      expiresAt: new Date(now.getTime() + 7 * 24 * 3_600_000),
      ...wish,
    });
    return token;
  }

  return {
    ...people,
    ...rooms,
    ...createThreadFactories({ orm, unique, ...people, ...rooms }),
    aSession,
    close: () => client.end({ timeout: 5 }),
  };
}

export type Factories = ReturnType<typeof createFactories>;
