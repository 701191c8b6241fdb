export default {
  couldAnswer: 'هل يمكنك الإجابة؟',
  following: 'الجديد في ما تتابعه',
  because: {
    theme: 'في أحد محاورك',
    language: 'بلغة تقرؤها',
    region: 'من منطقتك',
    unanswered: 'لم يُجب أحد بعد',
  },
  saved: {
    title: 'المحفوظات',
    empty: 'لا محفوظات بعد. زر «حفظ» أسفل أي مشاركة يُبقيها هنا لك وحدك.',
    note: 'ملاحظتك',
  },
};
