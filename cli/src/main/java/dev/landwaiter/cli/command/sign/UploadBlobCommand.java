package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.Platform;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.oci.registry.Repository;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.store.StoreOptions;
import dev.landwaiter.signing.store.place.FileImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Puts files into a registry: one as it is, or one for each platform.
public final class UploadBlobCommand extends CosignCommand {
  private static final Flag FILES =
      Flag.texts("files", "files to upload, as PATH or PATH:OS/ARCH")
          .shorthand("f")
          .key("signing.upload-files");
  private static final Flag CONTENT_TYPE =
      CosignFlags.text("ct", "media type of the files; found out when not given");

  /// One file.
  ///
  /// @param platform that it is for, or empty
  private record Given(String path, Optional<Platform> platform) {}

  public UploadBlobCommand(boolean cosign) {
    super(cosign, "upload blob", "Put files into a registry", "[flags] IMAGE");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(
        new FlagGroup("Upload Flags", CosignFlags.ANNOTATIONS, CONTENT_TYPE, FILES),
        registryFlags());
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    List<Given> files = files(invocation);
    Reference to = StoreSettings.reference(argument(invocation));
    if (to.digest().isPresent()) {
      throw new UsageException("upload wants a tag, the digest comes of itself");
    }
    Map<String, String> annotations = annotations(invocation);
    var registry = new Registry(registries(invocation), Limits.STANDARD);
    List<Descriptor> pushed = new ArrayList<>();
    Digest last;
    try (Repository open = registry.repository(to, Purpose.PUSH)) {
      String tag = files.size() == 1 ? to.tag() : "";
      for (Given each : files) {
        Bytes content =
            FileText.read(invocation, "--files", each.path(), (int) StoreOptions.CONTENT_LIMIT);
        String asked = invocation.values().text(CONTENT_TYPE);
        var image =
            FileImage.of(content, asked.isEmpty() ? Sniffed.type(content) : asked, annotations);
        pushed.add(described(image.push(open, tag), each.platform()));
        invocation
            .log()
            .info(
                "%s is the blob %s of %s"
                    .formatted(each.path(), image.digest(), to.canonicalName()));
      }
      last =
          files.size() == 1
              ? pushed.getFirst().digest()
              : open.pushManifest(to.tag(), FileImage.index(pushed), MediaTypes.OCI_INDEX).digest();
    }
    print(invocation, to.canonicalName() + "@" + last + "\n");
    return 0;
  }

  private static Descriptor described(Descriptor image, Optional<Platform> platform) {
    return new Descriptor(
        image.mediaType(), image.digest(), image.size(), List.of(), Map.of(), "", platform, "");
  }

  private static List<Given> files(Invocation invocation) throws UsageException {
    List<Given> files = new ArrayList<>();
    for (String text : invocation.values().texts(FILES)) {
      int colon = text.lastIndexOf(':');
      boolean whole = colon < 0 || Files.exists(path(invocation, text));
      files.add(
          whole
              ? new Given(text, Optional.empty())
              : new Given(
                  text.substring(0, colon), StoreAccess.platform(text.substring(colon + 1))));
    }
    if (files.isEmpty()) {
      throw new UsageException("upload blob wants --files");
    }
    long platforms = files.stream().flatMap(each -> each.platform().stream()).distinct().count();
    if (files.size() > 1 && platforms != files.size()) {
      throw new UsageException("several files want a platform each, as PATH:OS/ARCH");
    }
    return files;
  }

  private static Map<String, String> annotations(Invocation invocation) throws UsageException {
    Map<String, String> all = new TreeMap<>();
    for (String pair : invocation.values().repeated(CosignFlags.ANNOTATIONS)) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new UsageException("--annotations wants KEY=VALUE, not '" + pair + "'");
      }
      all.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return all;
  }
}
