package dev.landwaiter.cli.command.registry;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.archive.LayoutFolder;
import dev.landwaiter.oci.archive.LayoutReader;
import dev.landwaiter.oci.archive.LayoutTar;
import dev.landwaiter.oci.archive.LayoutWriter;
import dev.landwaiter.oci.copy.CopySource;
import dev.landwaiter.oci.copy.CopyTarget;
import dev.landwaiter.oci.copy.LayoutSource;
import dev.landwaiter.oci.copy.LayoutTarget;
import dev.landwaiter.oci.copy.RegistrySource;
import dev.landwaiter.oci.copy.RegistryTarget;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One end of a copy as users write it: a reference, or `oci:PATH[:NAME]` for an OCI layout in a
/// folder or, where the path ends in `.tar`, in a tar archive.
sealed interface CopyPlace {
  String LAYOUT = "oci:";

  CopySource source(Registry registry) throws IOException;

  /// Opens it to copy there.
  ///
  /// @param otherTag what the root is called when this place says nothing
  CopyTarget target(Registry registry, String otherTag) throws IOException;

  /// How it is called in messages.
  String shown();

  static CopyPlace parse(String text, Path folder) throws UsageException, IOException {
    if (!text.startsWith(LAYOUT)) {
      String last = text.substring(text.lastIndexOf('/') + 1);
      boolean named = last.contains(":") || last.contains("@");
      return new InRegistry(Reference.parse(text), named);
    }
    String rest = text.substring(LAYOUT.length());
    int at = rest.lastIndexOf('@');
    int cut = at >= 0 && Digest.parse(rest.substring(at + 1)).isPresent() ? at : colon(rest);
    boolean whole = cut < 0 || Files.exists(folder.resolve(rest));
    String path = whole ? rest : rest.substring(0, cut);
    if (path.isEmpty()) {
      throw new UsageException("\"" + text + "\" names no path: oci:PATH[:NAME] does");
    }
    return new InLayout(folder.resolve(path), whole ? "" : rest.substring(cut + 1));
  }

  private static int colon(String text) {
    int colon = text.lastIndexOf(':');
    return text.indexOf('/', Math.max(0, colon)) < 0 ? colon : -1;
  }

  /// In a registry.
  ///
  /// @param named whether the user wrote a tag or a digest
  record InRegistry(Reference reference, boolean named) implements CopyPlace {
    @Override
    public CopySource source(Registry registry) throws IOException {
      return new RegistrySource(registry.repository(reference, Purpose.PULL), reference);
    }

    @Override
    public CopyTarget target(Registry registry, String otherTag) throws IOException {
      return new RegistryTarget(
          registry.repository(reference, Purpose.PUSH), named ? reference.tag() : tag(otherTag));
    }

    /// A name of a layout as a tag, or empty when it is none.
    private static String tag(String name) {
      try {
        return name.isEmpty() ? "" : Reference.parse("localhost/x:" + name).tag();
      } catch (ImageException e) {
        return "";
      }
    }

    @Override
    public String shown() {
      return reference.familiarName();
    }
  }

  /// In an OCI layout.
  record InLayout(Path path, String name) implements CopyPlace {
    @Override
    public CopySource source(Registry registry) throws IOException {
      return new LayoutSource(LayoutReader.open(path, Limits.STANDARD), name, Limits.STANDARD);
    }

    @Override
    public CopyTarget target(Registry registry, String otherTag) throws IOException {
      return new LayoutTarget(writer(path), name.isEmpty() ? otherTag : name);
    }

    static LayoutWriter writer(Path path) throws IOException {
      return path.toString().endsWith(".tar")
          ? LayoutTar.open(path)
          : LayoutFolder.open(path, Limits.STANDARD);
    }

    @Override
    public String shown() {
      return LAYOUT + path;
    }
  }
}
