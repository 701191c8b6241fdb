import { expect, test } from 'vitest';
import { guessLanguage } from './language.ts';

const SENTENCES: [string | null, string[]][] = [
  [
    'en',
    [
      'How do you bring young people into the prevention council?',
      'We have a shelter for women, but nobody uses it.',
      'Has anyone worked with a football club on this?',
      "Our mayor doesn't want to close the square.",
      'Thank you all, this was a great help for my team.',
      'Which partners did you invite, and who paid for it?',
      'Looking for advice on polarisation in schools',
    ],
  ],
  [
    'fr',
    [
      'Comment associez-vous les jeunes au conseil de prévention ?',
      "Nous avons ouvert un lieu d'accueil, mais personne ne vient.",
      "Quelqu'un a-t-il travaillé avec un club de football ?",
      "L'équipe municipale cherche des exemples de médiation.",
      'Merci beaucoup, cela nous aide énormément.',
      'Quels partenaires avez-vous invités, et qui a payé ?',
      'Prévention de la radicalisation dans les écoles',
    ],
  ],
  [
    'ar',
    [
      'كيف تشركون الشباب في مجلس الوقاية؟',
      'لدينا مركز استقبال ولكن لا أحد يستخدمه',
      'شكرا جزيلا، هذا مفيد جدا لبلديتنا (Strong Cities 2024)',
    ],
  ],
  [
    null,
    [
      '',
      '2024: 100 %',
      'ok',
      'چگونه جوانان را در شورای پیشگیری مشارکت می‌دهید؟',
      'آپ نوجوانوں کو کیسے شامل کرتے ہیں؟',
      '¿Cómo involucran ustedes a los jóvenes en el consejo de prevención?',
      'Wie bindet ihr junge Menschen in den Präventionsrat ein?',
      'Come coinvolgete i giovani nel consiglio di prevenzione della città?',
      'Como é que vocês envolvem os jovens no conselho de prevenção?',
      'Je, mnawashirikisha vijana vipi katika baraza la kuzuia?',
      'Как вы привлекаете молодёжь?',
    ],
  ],
];

for (const [language, sentences] of SENTENCES) {
  test(`one sentence is enough: ${language ?? 'another language or too little'}`, () => {
    for (const sentence of sentences) expect(guessLanguage(sentence), sentence).toBe(language);
  });
}
