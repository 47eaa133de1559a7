package dev.landwaiter.oci.archive;

import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.tar.TarWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes an OCI image layout into a tar archive, which appears when it is whole.
public final class LayoutTar implements LayoutWriter {
  private final WholeFile whole;
  private final TarWriter tar;
  private final List<Descriptor> entries = new ArrayList<>();
  private final Set<String> written = new HashSet<>();
  private boolean finished;

  private LayoutTar(WholeFile whole, TarWriter tar) {
    this.whole = whole;
    this.tar = tar;
  }

  /// Begins a new archive; one of that name is replaced when this one is whole.
  public static LayoutTar open(Path file) throws IOException {
    WholeFile whole = WholeFile.begin(file);
    var out = new BufferedOutputStream(Files.newOutputStream(whole.part()), 256 << 10);
    var layout = new LayoutTar(whole, new TarWriter(out));
    layout.text(Layout.HEADER, HEADER);
    return layout;
  }

  @Override
  public boolean has(Descriptor descriptor) {
    return written.contains(descriptor.digest().toString());
  }

  @Override
  public void blob(Descriptor descriptor, InputStream verified) throws IOException {
    tar.file(Store.blobPath(descriptor), descriptor.size(), verified);
    written.add(descriptor.digest().toString());
  }

  /// A new archive has nothing.
  @Override
  public Optional<Descriptor> listed(String name) {
    return Optional.empty();
  }

  @Override
  public byte[] manifest(Descriptor descriptor) throws IOException {
    throw new ImageException(
        ImageException.Code.NOT_FOUND, "a new archive holds no " + descriptor.digest());
  }

  @Override
  public void list(Descriptor entry) {
    LayoutWriter.add(entries, entry);
  }

  @Override
  public void finish() throws IOException {
    text(Layout.INDEX, LayoutWriter.index(entries));
    tar.close();
    whole.finish();
    finished = true;
  }

  private void text(String name, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    tar.file(name, bytes.length, LayoutWriter.stream(content));
  }

  @Override
  public void close() throws IOException {
    try (whole) {
      if (!finished) {
        tar.close();
      }
    }
  }
}
