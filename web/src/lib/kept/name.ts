export const keptName = 'counterpart-kept';
