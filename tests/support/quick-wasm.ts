import { setFlagsFromString } from 'node:v8';

// The embedded Postgres is opened a hundred times and works little each time: optimising its code takes longer than running it.
setFlagsFromString('--liftoff-only');
