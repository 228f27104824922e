// Puts the chosen light and calm of the page on the document, where the style sheets look for them.

import { useEffect } from 'react'
import { useSettings } from './useSettings.ts'

export function useTheme(): void {
  const [{ lightTheme, reducedMotion }] = useSettings()
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset['theme'] = lightTheme ? 'light' : 'dark'
    dataset['motion'] = reducedMotion ? 'calm' : 'system'
  }, [lightTheme, reducedMotion])
}
