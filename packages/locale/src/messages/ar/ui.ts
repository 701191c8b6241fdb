export default {
  save: 'حفظ',
  saved: 'تم الحفظ',
  cancel: 'إلغاء',
  close: 'إغلاق',
  back: 'رجوع',
  retry: 'المحاولة مجددًا',
  more: 'عرض المزيد',
  loading: 'جارٍ التحميل…',
  optional: 'اختياري',
  language: 'اللغة',
  inLanguage: {
    en: 'English',
    fr: 'Français',
    ar: 'العربية',
  },
  theme: {
    label: 'المظهر',
    system: 'كما في هذا الجهاز',
    light: 'فاتح',
    dark: 'داكن',
  },
  errorSummary: {
    title:
      '{count, plural, zero {لا شيء يحتاج إلى تصحيح} one {هناك أمر واحد يحتاج إلى تصحيح} two {هناك أمران يحتاجان إلى تصحيح} few {هناك # أمور تحتاج إلى تصحيح} many {هناك # أمرًا يحتاج إلى تصحيح} other {هناك # أمر يحتاج إلى تصحيح}}',
    item: '{label}: {text}',
  },
  notice: {
    info: 'ملاحظة',
    success: 'تم',
    warning: 'تنبيه',
    danger: 'لم يتم',
  },
  remaining:
    '{count, plural, zero {لم يبقَ أي حرف} one {بقي حرف واحد} two {بقي حرفان} few {بقيت # أحرف} many {بقي # حرفًا} other {بقي # حرف}}',
  tooLong:
    '{count, plural, zero {لا زيادة في الأحرف} one {زيادة بحرف واحد} two {زيادة بحرفين} few {زيادة قدرها # أحرف} many {زيادة قدرها # حرفًا} other {زيادة قدرها # حرف}}',
  draftClash: {
    changed: {
      title: 'لديك هنا مسودة أخرى كُتبت في نافذة أخرى أو على جهاز آخر.',
      text: 'تظهر هنا، ويبقى نص هذه الصفحة في خانته. اختر النص الذي تريد متابعته.',
      mine: 'متابعة نص هذه الصفحة',
      other: 'اعتماد المسودة الأخرى',
    },
    gone: {
      title: 'أُرسلت هذه المسودة أو حُذفت في نافذة أخرى أو على جهاز آخر.',
      text: 'ما زال نصك في خانته.',
      mine: 'حفظه مسودةً',
      other: 'حذفه',
    },
    other: 'المسودة الأخرى',
  },
  formerMember: 'عضو سابق',
};
