/** The hash of the list of the edition that a service worker keeps; the build writes it before the worker. */
declare const EDITION: string;
