package dev.landwaiter.oci.copy;

import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Manifest;
import dev.landwaiter.oci.archive.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes the layers of an artifact as files of one folder, named by their titles (OCI image
/// specification 1.1, "Pre-Defined Annotation Keys"). Of a title that is a path the last part
/// counts; no file ever lies outside of the folder.
public final class ArtifactFiles {
  private static final String TITLE = "org.opencontainers.image.title";
  private static final int NAME_LIMIT = 255;

  private ArtifactFiles() {}

  /// Writes all layers, each file whole or not at all.
  ///
  /// @param overwrite whether files that are there may be replaced
  /// @return the files in the order of the layers
  /// @throws ImageException with INVALID for a title that is no name of a file, for two layers of
  ///   one name, or for a file that is there; nothing is written then
  public static List<Path> write(
      CopySource source, Manifest manifest, Path folder, boolean overwrite, Progress progress)
      throws IOException {
    check(manifest.layers(), Limits.STANDARD);
    Map<Path, Descriptor> files = new LinkedHashMap<>();
    for (Descriptor layer : manifest.layers()) {
      Path file = folder.resolve(name(layer));
      if (files.putIfAbsent(file, layer) != null) {
        throw Fields.invalid(
            "two layers of the artifact are called '%s'".formatted(file.getFileName()));
      }
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !(overwrite && isFile(file))) {
        throw Fields.invalid(
            "'%s' is there already%s"
                .formatted(file, isFile(file) ? "; --overwrite replaces it" : ""));
      }
    }
    for (Map.Entry<Path, Descriptor> each : files.entrySet()) {
      progress.begins(each.getValue());
      try (InputStream in = new Watched(source.blob(each.getValue()), progress::read)) {
        WholeFile.write(each.getKey(), in);
      }
    }
    return new ArrayList<>(files.keySet());
  }

  /// Checks how much altogether is promised, before anything is read.
  static void check(List<Descriptor> layers, Limits limits) throws ImageException {
    long most = limits.of(Limit.BYTES_PER_COPY);
    long all = 0;
    for (Descriptor layer : layers) {
      all += Math.min(layer.size(), most + 1);
      limits.check(Limit.BYTES_PER_COPY, all, "artifact");
    }
  }

  private static boolean isFile(Path file) {
    return !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
  }

  /// The name of a layer's file; of one without title its digest.
  static String name(Descriptor layer) throws ImageException {
    String title = layer.annotations().getOrDefault(TITLE, "");
    if (title.isEmpty()) {
      return layer.digest().algorithm() + "-" + layer.digest().encoded();
    }
    String name = title.substring(title.lastIndexOf('/') + 1);
    boolean climbs = title.startsWith("/") || List.of(title.split("/", -1)).contains("..");
    boolean fine =
        !climbs
            && !name.isBlank()
            && !name.equals(".")
            && name.getBytes(StandardCharsets.UTF_8).length <= NAME_LIMIT
            && name.chars().noneMatch(c -> Character.isISOControl(c) || c == '\\' || c == ':');
    if (!fine) {
      throw Fields.invalid(
          "a layer's title '%s' is no name of a file".formatted(Fields.shown(title)));
    }
    return name;
  }
}
