import type { Localized } from '@counterpart/contract';

/** The network's trilingual list of themes; the wording is that of its glossary. */
export const THEMES = {
  youth: { en: 'Youth', fr: 'Jeunesse', ar: 'الشباب' },
  referral: { en: 'Referral', fr: 'Orientation', ar: 'الإحالة' },
  schools: { en: 'Schools', fr: 'Établissements scolaires', ar: 'المدارس' },
  'public-space': { en: 'Public space', fr: 'Espace public', ar: 'الفضاءات العامة' },
  'online-harms': { en: 'Online harms', fr: 'Préjudices en ligne', ar: 'الأضرار على الإنترنت' },
  'returning-families': {
    en: 'Returning families',
    fr: 'Familles de retour',
    ar: 'الأسر العائدة',
  },
  'multi-agency': {
    en: 'Multi-agency work',
    fr: 'Travail multi-acteurs',
    ar: 'العمل متعدد الجهات',
  },
  'crisis-communication': {
    en: 'Crisis communication',
    fr: 'Communication de crise',
    ar: 'التواصل في أوقات الأزمات',
  },
  'hate-crime': { en: 'Hate crime', fr: 'Crimes de haine', ar: 'جرائم الكراهية' },
  women: { en: 'Women and girls', fr: 'Femmes et filles', ar: 'النساء والفتيات' },
  'religious-leaders': {
    en: 'Religious leaders',
    fr: 'Responsables religieux',
    ar: 'القيادات الدينية',
  },
  sport: { en: 'Sport', fr: 'Sport', ar: 'الرياضة' },
  'mental-health': { en: 'Mental health', fr: 'Santé mentale', ar: 'الصحة النفسية' },
  evaluation: {
    en: 'Monitoring and evaluation',
    fr: 'Suivi et évaluation',
    ar: 'الرصد والتقييم',
  },
  budget: { en: 'Budget and funding', fr: 'Budget et financement', ar: 'الميزانية والتمويل' },
  'local-action-plans': {
    en: 'Local action plans',
    fr: 'Plans d’action locaux',
    ar: 'خطط العمل المحلية',
  },
} as const satisfies Record<string, Localized>;

export type ThemeSlug = keyof typeof THEMES;
