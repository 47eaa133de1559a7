package dev.landwaiter.policy.manifest;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Finds the images that an object asks for: those of containers of every kind, of volumes, and of
/// the custom kinds that name one. Volumes of RBD name a block device, which is no image.
public final class Images {
  private static final StringValue IMAGE = new StringValue("image");

  private Images() {}

  public static List<ImageUse> of(Value object) {
    List<ImageUse> images = new ArrayList<>();
    for (Pod pod : Pods.of(object)) {
      for (Container container : pod.containers()) {
        add(images, container);
      }
      volumes(images, pod);
    }
    if (Manifest.group(object.text("apiVersion")).equals("monitoring.coreos.com")) {
      String image = object.get("spec").orElse(NullValue.NULL).text("image");
      if (!image.isEmpty()) {
        List<Value> path = List.of(new StringValue("spec"), IMAGE);
        images.add(new ImageUse(image, "image", ImageUse.Kind.FIELD, path, ""));
      }
    }
    return images;
  }

  private static void add(List<ImageUse> images, Container container) {
    if (container.image().isEmpty()) {
      return;
    }
    ImageUse.Kind kind =
        switch (container.role()) {
          case INITIAL -> ImageUse.Kind.INITIAL_CONTAINER;
          case ORDINARY -> ImageUse.Kind.CONTAINER;
          case EPHEMERAL -> ImageUse.Kind.EPHEMERAL_CONTAINER;
        };
    List<Value> path = new ArrayList<>(container.path());
    path.add(IMAGE);
    images.add(
        new ImageUse(
            container.image(),
            container.label(),
            kind,
            path,
            container.value().text("imagePullPolicy")));
  }

  private static void volumes(List<ImageUse> images, Pod pod) {
    if (!(pod.spec().get("volumes").orElse(NullValue.NULL) instanceof ArrayValue volumes)) {
      return;
    }
    for (int i = 0; i < volumes.size(); i++) {
      Value volume = volumes.at(i);
      Value source = volume.get("image").orElse(NullValue.NULL);
      String reference = source.text("reference");
      if (!reference.isEmpty()) {
        List<Value> path = new ArrayList<>(pod.path());
        path.addAll(
            List.of(new StringValue("volumes"), Value.of(i), IMAGE, new StringValue("reference")));
        String user = ("volumes[" + i + "] " + volume.text("name")).strip();
        images.add(
            new ImageUse(reference, user, ImageUse.Kind.VOLUME, path, source.text("pullPolicy")));
      }
    }
  }
}
