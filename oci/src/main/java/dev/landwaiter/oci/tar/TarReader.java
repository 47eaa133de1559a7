package dev.landwaiter.oci.tar;

import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;

/// Steps through a tar archive: v7, ustar, pax and GNU (long names, sparse files, base-256
/// numbers).
///
/// [#next] leads to an entry, the other methods tell about that one. It ends at the first two zero
/// blocks or at the end of the bytes; a header whose checksum is wrong is an error. Where readers
/// differ it sides with Go's, which container runtimes unpack layers with: a GNU long name wins
/// over one of pax, and global pax headers change no entry.
public final class TarReader {
  private static final int PROOF = 16 << 20;
  private static final int COPIED_AT_ONCE = 256 << 10;

  private final TarSource source;
  private final String where;
  private final Limits limits;
  private final Limit entryLimit;
  private final TarHeader header = new TarHeader();
  private PaxRecords local = new PaxRecords();
  private boolean extended;
  private SparseMap sparse = new SparseMap(new ArrayList<>());
  private byte[] scratch = new byte[0];
  private long entries;
  private long stored;
  private long unread;
  private String path = "";
  private String link = "";
  private EntryKind kind = EntryKind.OTHER;
  private long size;
  private int mode;

  /// @param where what is being read, for messages
  /// @param entryLimit which limit bounds the number of headers
  public TarReader(TarSource source, String where, Limits limits, Limit entryLimit) {
    this.source = source;
    this.where = where;
    this.limits = limits;
    this.entryLimit = entryLimit;
  }

  /// Goes to the next entry; false after the last.
  ///
  /// @throws ImageException with INVALID or LIMIT
  public boolean next() throws IOException {
    skipUnread();
    String longName = "";
    String longLink = "";
    if (extended) {
      local = new PaxRecords();
      extended = false;
    }
    while (readHeader()) {
      switch (header.typeFlag()) {
        case 'x', 'X' -> {
          local = readRecords();
          extended = true;
        }
        case 'g' -> readScratch();
        case 'L' -> longName = readLongName();
        case 'K' -> longLink = readLongName();
        default -> {
          take(longName, longLink);
          return true;
        }
      }
    }
    return false;
  }

  private boolean readHeader() throws IOException {
    if (!source.block(header.block)) {
      return false;
    }
    if (header.isZero()) {
      if (!source.block(header.block) || header.isZero()) {
        return false;
      }
      throw Fields.invalid(where + ": a single zero block within the tar archive");
    }
    if (!header.isSound()) {
      throw Fields.invalid(
          where
              + (entries == 0 ? ": this is no tar archive" : "")
              + ": the checksum of a tar header is wrong");
    }
    limits.check(entryLimit, ++entries, where);
    return true;
  }

  private PaxRecords readRecords() throws IOException {
    int length = readScratch();
    return PaxRecords.parse(where, scratch, length);
  }

  private String readLongName() throws IOException {
    int length = readScratch();
    return TarHeader.text(scratch, 0, length);
  }

  /// Reads the content of a header that extends the next one; gives its length.
  private int readScratch() throws IOException {
    long length = header.size();
    if (length < 0) {
      throw Fields.invalid(where + ": the size of an extended tar header is no size");
    }
    limits.check(Limit.TAR_HEADER, length, where);
    if (scratch.length < length) {
      scratch = new byte[(int) length];
    }
    source.read(scratch, 0, (int) length);
    source.skip(padding(length));
    return (int) length;
  }

  private void take(String longName, String longLink) throws IOException {
    byte flag = header.typeFlag();
    String name = first(longName, local.sparseName, local.path);
    name = name.isEmpty() ? header.name() : name;
    kind = EntryKind.of(flag, name);
    path = named(name);
    link = first(longLink, local.linkPath, "");
    link = link.isEmpty() && kind != EntryKind.FILE ? header.linkName() : link;
    mode = (int) (header.mode() & 07777);
    stored = local.size >= 0 ? local.size : header.size();
    stored = EntryKind.hasNoContent(flag) ? 0 : stored;
    if (stored < 0) {
      throw Fields.invalid(where + ": the size of '" + Fields.shown(path) + "' is no size");
    }
    unread = stored;
    size = stored;
    if (flag == 'S') {
      size = header.number(483, 12);
      sparse = SparseMap.ofHeader(header, source, where, limits.of(Limit.TAR_HEADER));
    } else if (local.sparseSize >= 0) {
      size = local.sparseSize;
      sparse = new SparseMap(local.sparseMap);
    }
    if (size < 0) {
      throw SparseMap.wrong(where);
    }
  }

  private static String first(String one, String two, String three) {
    return !one.isEmpty() ? one : !two.isEmpty() ? two : three;
  }

  private String named(String name) throws ImageException {
    limits.check(Limit.PATH_LENGTH, name.length(), where);
    String clean = TarPath.clean(name);
    if (TarPath.isOutside(clean)) {
      throw Fields.invalid(
          where + ": the name '" + Fields.shown(name) + "' leads out of the archive's root");
    }
    limits.check(Limit.PATH_DEPTH, TarPath.depth(clean), where);
    return clean;
  }

  /// The cleaned path below the root; empty for the root itself.
  public String path() {
    return path;
  }

  public EntryKind kind() {
    return kind;
  }

  /// Number of bytes of the file, with the holes of a sparse one.
  public long size() {
    return size;
  }

  /// Number of bytes in the archive, from where its source now stands.
  public long storedSize() {
    return stored;
  }

  public boolean isSparse() {
    return header.typeFlag() == 'S' || local.sparseSize >= 0;
  }

  /// The permission bits.
  public int mode() {
    return mode;
  }

  /// What a link leads to, as written.
  public String link() {
    return link;
  }

  /// The whole content of the file, once. The caller has compared [#size] with its limit; memory is
  /// taken only as the first bytes prove to be there.
  public byte[] content() throws IOException {
    int length = Math.toIntExact(size);
    if (!isSparse()) {
      byte[] start = new byte[Math.min(length, PROOF)];
      source.read(start, 0, start.length);
      unread -= start.length;
      byte[] file = start.length == length ? start : Arrays.copyOf(start, length);
      source.read(file, start.length, length - start.length);
      unread -= length - start.length;
      return file;
    }
    var map = sparse;
    if (local.sparseMajor.equals("1")) {
      if (unread < TarHeader.BLOCK) {
        throw SparseMap.wrong(where);
      }
      map = new SparseMap(new ArrayList<>());
      long most = Math.min(unread, limits.of(Limit.TAR_HEADER));
      unread -= SparseMap.readText(source, where, most, map.pieces());
    }
    byte[] file = new byte[length];
    unread -= map.fill(source, file, unread, where);
    return file;
  }

  /// Writes the content of a file that is not sparse, once, however large it is.
  ///
  /// @throws ImageException with UNSUPPORTED for a sparse file
  public void writeTo(OutputStream out) throws IOException {
    if (isSparse()) {
      throw new ImageException(
          ImageException.Code.UNSUPPORTED,
          where + ": '" + Fields.shown(path) + "' is a sparse file, which is not expected here");
    }
    byte[] buffer = new byte[(int) Math.min(unread, COPIED_AT_ONCE)];
    while (unread > 0) {
      int part = (int) Math.min(unread, buffer.length);
      source.read(buffer, 0, part);
      unread -= part;
      out.write(buffer, 0, part);
    }
  }

  /// The first bytes of the content, for an entry whose [#content] is not asked for.
  public byte[] head(int most) throws IOException {
    byte[] head = new byte[(int) Math.min(most, unread)];
    source.read(head, 0, head.length);
    unread -= head.length;
    return head;
  }

  private void skipUnread() throws IOException {
    source.skip(unread);
    source.skip(padding(stored));
    unread = 0;
    stored = 0;
  }

  private static long padding(long length) {
    return -length & (TarHeader.BLOCK - 1);
  }
}
