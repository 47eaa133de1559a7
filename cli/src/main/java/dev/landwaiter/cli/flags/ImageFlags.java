package dev.landwaiter.cli.flags;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.Support;

/// Where the image comes from.
public final class ImageFlags {
  public static final Flag INPUT =
      Flag.text("input", "image archive or OCI layout instead of an image name").key("image.input");
  public static final Flag SOURCES =
      Flag.texts("image-src", "where to look for the image, in order")
          .key("image.source")
          .allowed("docker", "containerd", "podman", "remote")
          .standard("docker,containerd,podman,remote");
  public static final Flag PLATFORM =
      Flag.text("platform", "platform of a multi-platform image, as os/arch[/variant]")
          .key("image.platform");
  public static final Flag DOCKER_HOST =
      Flag.text("docker-host", "address of the Docker daemon").key("image.docker.host");
  public static final Flag PODMAN_HOST =
      Flag.text("podman-host", "socket of the Podman service").key("image.podman.host");
  public static final Flag MAX_SIZE =
      Flag.text("max-image-size", "refuse images larger than this, such as 500MB")
          .key("image.max-size");
  private static final Flag CONFIG_SCANNERS =
      Flag.texts("image-config-scanners", "what to look for in the image configuration")
          .key("image.image-config-scanners")
          .allowed("misconfig", "secret")
          .support(Support.LATER);
  private static final Flag REMOVED =
      Flag.toggle("removed-pkgs", "judge packages that the image removed (Alpine)")
          .key("image.removed-pkgs")
          .support(Support.LATER);

  public static final FlagGroup GROUP =
      new FlagGroup(
          "Image Flags",
          DOCKER_HOST,
          CONFIG_SCANNERS,
          SOURCES,
          INPUT,
          MAX_SIZE,
          PLATFORM,
          PODMAN_HOST,
          REMOVED);

  private ImageFlags() {}
}
