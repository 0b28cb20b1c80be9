// What the tests use of yazl, which brings no types.
declare module 'yazl' {
  export class ZipFile {
    addBuffer(
      bytes: Buffer,
      naam: string,
      opties?: { compress?: boolean; forceZip64Format?: boolean; mode?: number },
    ): void
    addEmptyDirectory(naam: string): void
    end(): void
    readonly outputStream: NodeJS.ReadableStream
  }
}
