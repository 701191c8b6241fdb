export default {
  kind: {
    question: 'سؤال',
    discussion: 'نقاش',
    practice: 'ممارسة',
    clinic: 'عيادة الأقران',
    announcement: 'إعلان',
  },
  kindMeans: {
    question: 'لمعرفة كيف تتصرف مدن أخرى.',
    discussion: 'للتفكير معًا في مسألة ما.',
    announcement: 'لإبلاغ المساحة بأمر ما، والردود ممكنة.',
  },
  sharing: {
    network: 'يبقى داخل الشبكة',
    space: 'يبقى في هذه المساحة',
    chatham: 'قاعدة تشاتام هاوس',
  },
  sharingMeans: {
    network:
      'يمكن لكل الأعضاء قراءة هذا واقتباسه في مواضيع أخرى. يُرجى عدم نقله إلى الخارج وعدم ذكر حالات بعينها.',
    spaceOpen: 'لا يقرأ هذا إلا من انضم إلى المساحة، ولا يمكن اقتباسه خارجها.',
    space: 'لا يقرأ هذا إلا أعضاء المساحة، ولا يمكن اقتباسه خارجها، ولا تحمل الرسائل سوى رابط.',
    chatham: 'يرى من يحق لهم القراءة ما قيل، لا من قاله.',
  },
  reaction: {
    useful: 'مفيد لمدينتي',
    tried: 'جرّبنا هذا',
    talk: 'نريد أن نتحدث',
  },
  synthesis: 'خلاصة',
  pinned: 'مثبّت',
  locked: 'مقفل',
  posts:
    '{count, plural, zero {لا مشاركات} one {مشاركة واحدة} two {مشاركتان} few {# مشاركات} many {# مشاركة} other {# مشاركة}}',
  cities:
    '{count, plural, zero {لا مدن} one {مدينة واحدة} two {مدينتان} few {# مدن} many {# مدينة} other {# مدينة}}',
  newPosts:
    '{count, plural, zero {لا جديد} one {مشاركة جديدة} two {مشاركتان جديدتان} few {# جديدة} many {# جديدة} other {# جديدة}}',
  isNew: 'جديد عليك',
  edited: 'معدّل',
  reply: 'رد',
  quote: 'اقتباس',
  follow: {
    all: 'متابَع',
    mentions: 'عند الإشارة إليك فقط',
    muted: 'مكتوم',
  },
  editor: {
    tools: 'أدوات النص',
    mark: { bold: 'عريض', list: 'قائمة', quote: 'استشهاد', link: 'رابط' },
    preview: 'معاينة',
    previewEmpty: 'يظهر هنا ما تكتبه كما سيراه الآخرون.',
    mention: 'أعضاء يمكنك الإشارة إليهم',
    mentioned: 'تشير إلى:',
    nameCity: '{name}، {city}',
  },
};
