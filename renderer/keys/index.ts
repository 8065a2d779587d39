// What screens use wherever a person signs.
export { SigningForm, type SigningFormProps } from './signing-form.tsx';
export { TokenPanel } from './token-panel.tsx';
