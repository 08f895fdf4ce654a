/** The fonts of pictures in pixels and of pages of PDF, below `node_modules/@expo-google-fonts`. */
export const FONT_FILES = {
  regular: 'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  italic: 'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  semibold: 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  serif: 'brygada-1918/500Medium/Brygada1918_500Medium.ttf',
} as const;
