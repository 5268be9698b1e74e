#define DOCKS_H
#define BUSY 10 /* Dock is busy */
#define GONE (1 << 4) /* Dock is gone */
#define BOTH BUSY | GONE /* Dock is both */
#define NEXT BUSY + 1 /* Dock is next */
#define SAME BUSY /* Dock is the same */
#define LAST -11 /* Dock is last */
