package dev.landwaiter.scan.update;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.tar.EntryKind;
import dev.landwaiter.oci.tar.StreamSource;
import dev.landwaiter.oci.tar.TarReader;
import dev.landwaiter.vulnerability.source.BoundedInput;
import dev.landwaiter.vulnerability.source.SourceException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Unpacks a tar, gzipped or not, that somebody carried here: the wanted files under numbers of our
/// own, and checked against the listing where there is one.
final class ImportArchive {
  /// Several times what all databases there are take.
  static final long SIZE_LIMIT = 32L << 30;

  private static final int FILE_LIMIT = 1_000;
  private static final int LISTING_LIMIT = 1 << 20;

  private final String where;
  private final Path into;
  private final Predicate<String> wanted;
  private final long limit;
  private final Map<String, Path> files = new LinkedHashMap<>();
  private final Map<String, Digest> digests = new LinkedHashMap<>();
  private Optional<ExportListing> listing = Optional.empty();

  /// @param into an empty folder
  /// @param wanted tells by the path whether a file is to be unpacked
  /// @param limit how many bytes it may unpack to
  ImportArchive(String where, Path into, Predicate<String> wanted, long limit) {
    this.limit = limit;
    this.where = where;
    this.into = into;
    this.wanted = wanted;
  }

  /// Unpacks the archive.
  ///
  /// @return where the files are now, by their paths in the archive
  /// @throws ImageException with INVALID when it is damaged, LIMIT when it is too large
  Map<String, Path> read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 << 10)) {
      var source = new StreamSource(new BoundedInput(where, unzipped(in), limit), where);
      var tar = new TarReader(source, where, Limits.STANDARD, Limit.ARCHIVE_ENTRIES);
      while (tar.next()) {
        if (tar.kind() == EntryKind.FILE) {
          take(tar);
        }
      }
      source.drain();
    } catch (SourceException e) {
      throw new ImageException(ImageException.Code.LIMIT, String.valueOf(e.getMessage()), e);
    } catch (ZipException | EOFException e) {
      throw invalid("it is damaged: " + e.getMessage());
    }
    if (listing.isPresent() && !listing.get().digests().equals(digests)) {
      throw invalid("it is damaged: its files are not those that its listing names");
    }
    return files;
  }

  private static InputStream unzipped(InputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new GZIPInputStream(in, 64 << 10) : in;
  }

  private void take(TarReader tar) throws IOException {
    String path = tar.path();
    if (path.equals(ExportListing.FILE)) {
      if (tar.size() > LISTING_LIMIT || listing.isPresent() || !files.isEmpty()) {
        throw invalid("its listing does not come first, or is longer than 1 MiB");
      }
      listing = Optional.of(ExportListing.parse(where, tar.content()));
    } else if (wanted.test(path)) {
      if (files.containsKey(path)) {
        throw invalid("it holds two files named " + path);
      }
      if (files.size() == FILE_LIMIT) {
        throw new ImageException(
            ImageException.Code.LIMIT,
            "%s: there are more than %d files in it".formatted(where, FILE_LIMIT));
      }
      Path target = into.resolve(Integer.toString(files.size()));
      var hash = Digest.newSha256();
      try (OutputStream file = Files.newOutputStream(target);
          var out = new DigestOutputStream(file, hash)) {
        tar.writeTo(out);
      }
      files.put(path, target);
      digests.put(path, Digest.ofSha256(hash.digest()));
    }
  }

  /// The digest of an unpacked file.
  Digest digest(String path) {
    return digests.getOrDefault(path, Digest.sha256(new byte[0]));
  }

  private ImageException invalid(String what) {
    return new ImageException(ImageException.Code.INVALID, where + ": " + what);
  }
}
