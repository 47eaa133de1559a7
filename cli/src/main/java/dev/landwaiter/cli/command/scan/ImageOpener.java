package dev.landwaiter.cli.command.scan;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.network.RegistryAccess;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.ImageFlags;
import dev.landwaiter.oci.Image;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limit;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Platform;
import dev.landwaiter.oci.run.ImageRequest;
import dev.landwaiter.oci.run.ImageSource;
import dev.landwaiter.oci.run.Images;
import dev.landwaiter.oci.run.Network;
import dev.landwaiter.oci.run.Sockets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opens the image that the flags name.
final class ImageOpener {
  private final Invocation invocation;
  private final Values values;

  ImageOpener(Invocation invocation) {
    this.invocation = invocation;
    this.values = invocation.values();
  }

  /// The usual limits, held to the size the user allows.
  Limits limits() throws UsageException {
    String size = values.text(ImageFlags.MAX_SIZE);
    return size.isEmpty()
        ? Limits.STANDARD
        : Limits.STANDARD.with(Limit.BYTES_PER_LAYER, ByteCount.parse(size));
  }

  /// Opens an archive or layout when an input is given, else the image of that name.
  Image open(String input, String name) throws UsageException, IOException {
    Optional<Platform> platform = platform();
    if (!input.isEmpty()) {
      String path = invocation.world().folder().resolve(input).toString();
      return checked(Images.openFile(path, platform, limits()));
    }
    return checked(Images.open(new ImageRequest(name, sources(), platform, network(), limits())));
  }

  /// Refuses an image whose stored layers alone are larger than the user allows.
  private Image checked(Image image) throws UsageException, IOException {
    String size = values.text(ImageFlags.MAX_SIZE);
    long stored = image.layers().stream().mapToLong(layer -> Math.max(0, layer.storedSize())).sum();
    if (!size.isEmpty() && stored > ByteCount.parse(size)) {
      image.close();
      throw new ImageException(
          ImageException.Code.LIMIT,
          "the image has %d bytes of compressed layers, --max-image-size allows %s"
              .formatted(stored, size));
    }
    return image;
  }

  private Optional<Platform> platform() throws UsageException {
    String text = values.text(ImageFlags.PLATFORM);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Platform.parse(text));
    } catch (ImageException e) {
      throw new UsageException("--platform: " + e.getMessage());
    }
  }

  private List<ImageSource> sources() throws UsageException {
    List<ImageSource> sources = new ArrayList<>();
    for (String id : values.texts(ImageFlags.SOURCES)) {
      ImageSource.byId(id).ifPresent(sources::add);
    }
    return sources;
  }

  private Network network() throws UsageException, IOException {
    Map<String, String> environment = invocation.world().environment();
    String docker = values.text(ImageFlags.DOCKER_HOST);
    var sockets =
        Sockets.of(
            docker.isEmpty() ? environment.getOrDefault("DOCKER_HOST", "") : docker,
            values.text(ImageFlags.PODMAN_HOST),
            environment.getOrDefault("XDG_RUNTIME_DIR", ""));
    return new Network(values.flag(GlobalFlags.OFFLINE), RegistryAccess.of(invocation), sockets);
  }
}
