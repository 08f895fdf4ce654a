// Replaces the package `server-only`, which only a bundle made by Next can load.
export {};
