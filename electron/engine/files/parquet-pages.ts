import { type AsyncBuffer, type FileMetaData, parquetSchema, type SchemaTree } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';

/** A page that unpacks to more is refused, and so is a column that unpacks to more than all of its row group may. */
const MAX_PAGE_BYTES = 512 * 1024 * 1024;
/** Read at once while the pages are looked at; a page's own header is much smaller. */
const HEADER_BYTES = 64 * 1024;

type Column = FileMetaData['row_groups'][number]['columns'][number];

/**
 * Throws where a row group does not have just the columns that the file describes, in their order: the library would lose sight of
 * one that is not among them, and of what goes wrong with it.
 */
export function checkColumns(metadata: FileMetaData): void {
  const described = leavesOf(parquetSchema(metadata)).map(({ path }) => path.join('.'));
  if (new Set(described).size < described.length) throw new Error('two columns have one name');
  for (const { columns } of metadata.row_groups) {
    const paths = columns.map(({ meta_data }) => meta_data?.path_in_schema.join('.'));
    if (paths.length !== described.length || paths.some((path, index) => path !== described[index]))
      throw new Error('its columns are not those it describes');
  }
}

const leavesOf = (tree: SchemaTree): SchemaTree[] =>
  tree.children.flatMap((child) => (child.children.length > 0 ? leavesOf(child) : [child]));

/**
 * Goes from page to page of a row group without unpacking one, and throws where they do not follow each other to the end of their
 * column, or say that they unpack to more than could be: what a file says of itself is not to be believed before memory is taken.
 */
export async function checkPages(
  file: AsyncBuffer,
  { columns, num_rows }: { columns: readonly Column[]; num_rows: bigint },
): Promise<void> {
  for (const { meta_data } of columns) {
    if (!meta_data) throw new Error('a column is not described');
    const { dictionary_page_offset, data_page_offset, total_compressed_size, num_values } = meta_data;
    const start = Number(dictionary_page_offset || data_page_offset);
    const end = start + Number(total_compressed_size);
    if (!(start >= 4 && end > start && end <= file.byteLength))
      throw new Error('a column lies outside of the file');
    let values = 0;
    for (let at = start; at < end; ) {
      const buffer = await file.slice(at, Math.min(end, at + HEADER_BYTES));
      const reader = { view: new DataView(buffer), offset: 0 };
      const header = parquetHeader(reader);
      const size = Number(header.compressed_page_size);
      const unpacked = Number(header.uncompressed_page_size);
      const held = Number(
        header.data_page_header?.num_values ??
          header.data_page_header_v2?.num_values ??
          header.dictionary_page_header?.num_values ??
          0,
      );
      if (!(size >= 0 && at + reader.offset + size <= end))
        throw new Error('a page lies outside of its column');
      if (!(unpacked >= 0 && unpacked <= MAX_PAGE_BYTES)) throw new Error('a page is too large');
      if (!(held >= 0 && held <= MAX_PAGE_BYTES)) throw new Error('a page holds too many values');
      if (header.type !== 'DICTIONARY_PAGE') values += held;
      at += reader.offset + size;
    }
    if (values > Number(num_values)) throw new Error('a column holds more values than it says');
    if (Number(num_values) < Number(num_rows))
      throw new Error('a column has fewer values than there are rows');
  }
}
