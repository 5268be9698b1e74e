export const errors = {
  4001: 'Dock is busy',
  '4002': "It's closed",
  10003: 'Dock is full',
  E5: 'Dock is gone',
};
