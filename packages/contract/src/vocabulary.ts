/** Closed lists of words that appear in the schema, the contract and the pages alike. */
export const locales = ['en', 'fr', 'ar'] as const;
export type Locale = (typeof locales)[number];

export const institutionKinds = ['city', 'organisation'] as const;
export type InstitutionKind = (typeof institutionKinds)[number];

/** The place a member holds in an institution; shown beside the name in the reader's language. */
export const seats = [
  'mayor',
  'deputy-mayor',
  'councillor',
  'city-manager',
  'focal-point',
  'prevention-coordinator',
  'social-services',
  'youth-services',
  'education',
  'public-safety',
  'policy-officer',
  'practitioner',
  'civil-society',
  'partner',
  'researcher',
  'secretariat',
] as const;
export type Seat = (typeof seats)[number];

export const memberStates = [
  'unclaimed',
  'invited',
  'active',
  'suspended',
  'left',
  'erased',
] as const;
export type MemberState = (typeof memberStates)[number];

/** Roles are granted for a time and a scope; `facilitator` is granted for one space. */
export const roles = ['facilitator', 'moderator', 'admin'] as const;
export type Role = (typeof roles)[number];

export const spaceAccesses = ['open', 'restricted', 'private'] as const;
export type SpaceAccess = (typeof spaceAccesses)[number];

export const threadKinds = [
  'question',
  'discussion',
  'practice',
  'clinic',
  'announcement',
] as const;
export type ThreadKind = (typeof threadKinds)[number];

/** The kinds a member can start today; practices and clinics get their own structure first. */
export const startableKinds = ['question', 'discussion', 'announcement'] as const;

export const sharingLabels = ['network', 'space', 'chatham'] as const;
export type Sharing = (typeof sharingLabels)[number];

/** The labels that can be kept today and are therefore offered. */
export const offeredSharing = ['network', 'space'] as const;

export const postStates = ['pending', 'published', 'hidden', 'removed', 'deleted'] as const;
export type PostState = (typeof postStates)[number];

export const reactionKinds = ['useful', 'tried', 'talk'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

export const followLevels = ['all', 'mentions', 'muted'] as const;
export type FollowLevel = (typeof followLevels)[number];

export const threadFilters = ['unanswered', 'following', 'unread', 'new'] as const;
export type ThreadFilter = (typeof threadFilters)[number];

export const threadSorts = ['active', 'created'] as const;
export type ThreadSort = (typeof threadSorts)[number];

export const modes = ['demo', 'live', 'bench'] as const;
export type Mode = (typeof modes)[number];

export const themePreferences = ['system', 'light', 'dark'] as const;
export type ThemePreference = (typeof themePreferences)[number];

/** Which digits a member reads: what their language uses, or always 0-9. */
export const numeralPreferences = ['locale', 'latn'] as const;
export type NumeralPreference = (typeof numeralPreferences)[number];
