export * from './model/severity';
