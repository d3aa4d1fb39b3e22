/** Turns drawings into pictures that every platform can show. */
export interface Pictures {
  /**
   * The SVG as a PNG of the size the SVG names, or smaller where that would be too many pixels. Text is set in Archivo,
   * weights 500 to 800. The same drawing gives the same bytes. Throws AppError for what cannot be drawn.
   */
  render(svg: string): Promise<Uint8Array>;
  close(): Promise<void>;
}
