import { zodResolver } from '@hookform/resolvers/zod';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';

/** A resolver for react-hook-form from a schema of the contract; its messages are codes for {@link useFieldWords}. */
export function formResolver<S extends z.ZodObject>(schema: S) {
  return zodResolver(schema, {
    error: (issue) => {
      if (issue.code === 'too_small') return 'required';
      if (issue.code === 'too_big') return `tooLong:${String(issue.maximum)}`;
      if (issue.code === 'custom' && typeof issue.message === 'string') return issue.message;
      return 'invalid';
    },
  });
}

/** Words of a field's error: a code from {@link formResolver}, or words already found. */
export function useFieldWords(): (error: { message?: string | undefined } | undefined) => string | undefined {
  const { t } = useTranslation('common');
  return (error) => {
    const code = error?.message;
    if (code === undefined) return undefined;
    if (code === 'required') return t('error.required');
    if (code === 'invalid') return t('error.invalid');
    if (code.startsWith('tooLong:')) return t('error.tooLong', { max: code.slice('tooLong:'.length) });
    return code;
  };
}
