import type { SpaceAccess, SpaceBrief, SpaceView } from '@counterpart/contract';
import type { Actor } from '../../platform/actor.ts';
import { sharingIn, spaceCan } from './policy.ts';

export interface SpaceBriefRow {
  id: number;
  slug: string;
  access: SpaceAccess;
  nameEn: string;
  nameFr: string;
  nameAr: string;
}

export interface SpaceRow extends SpaceBriefRow {
  purposeEn: string;
  purposeFr: string;
  purposeAr: string;
  joined: boolean;
  requested: boolean;
  unread: number;
}

export function spaceBriefView(row: SpaceBriefRow): SpaceBrief {
  return {
    id: row.id,
    slug: row.slug,
    names: { en: row.nameEn, fr: row.nameFr, ar: row.nameAr },
    access: row.access,
  };
}

export function spaceView(actor: Actor, row: SpaceRow): SpaceView {
  return {
    ...spaceBriefView(row),
    purpose: { en: row.purposeEn, fr: row.purposeFr, ar: row.purposeAr },
    joined: row.joined,
    requested: row.requested,
    unread: row.unread,
    sharing: sharingIn(row.access),
    can: spaceCan(actor, row),
  };
}
