package dev.landwaiter.policy.manifest;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the images that an object asks for: those of containers of every kind, of volumes, and of
/// the custom kinds that name one. Volumes of RBD name a block device, which is no image.
public final class Images {
  private static final StringValue IMAGE = new StringValue("image");

  private static final int GUESS_DEPTH = 30;
  private static final int GUESSES = 1_000;

  /// No reference is longer.
  private static final int LONGEST = 512;

  private Images() {}

  /// The images of an object, pod by pod.
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

  /// What else may be an image: texts in fields called `image`, `images`, `containerImage`,
  /// `baseImage` or `…Image` of custom kinds. Guesses, so only for those who ask for them.
  public static List<ImageUse> guesses(Value object) {
    List<ImageUse> images = new ArrayList<>();
    Set<List<Value>> known = new HashSet<>();
    of(object).forEach(each -> known.add(each.path()));
    guesses(object, new ArrayList<>(), images);
    images.removeIf(each -> known.contains(each.path()));
    return images;
  }

  private static void guesses(Value value, List<Value> path, List<ImageUse> images) {
    if (path.size() > GUESS_DEPTH || images.size() > GUESSES) {
      return;
    }
    if (value instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        guess(Value.of(i), array.at(i), path, images);
      }
    } else if (value instanceof ObjectValue object) {
      for (int i = 0; i < object.size(); i++) {
        String name = object.keyAt(i).asText();
        if (!path.isEmpty() || (!name.equals("status") && !name.equals("metadata"))) {
          guess(object.keyAt(i), object.valueAt(i), path, images);
        }
      }
    }
  }

  private static void guess(Value step, Value value, List<Value> path, List<ImageUse> images) {
    path.addLast(step);
    String field = fieldOf(path);
    boolean named = field.equals("image") || field.equals("images") || field.endsWith("Image");
    if (named && value instanceof StringValue text && looksLikeOne(text.text())) {
      images.add(new ImageUse(text.text(), field, ImageUse.Kind.FIELD, path, ""));
    } else {
      guesses(value, path, images);
    }
    path.removeLast();
  }

  /// Whether a text begins as a name does and has nothing in it that references have not.
  private static boolean looksLikeOne(String text) {
    if (text.isEmpty() || text.length() > LONGEST || !Character.isLetterOrDigit(text.charAt(0))) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || (!Character.isLetterOrDigit(c) && "._-/:@".indexOf(c) < 0)) {
        return false;
      }
    }
    return true;
  }

  /// The name of the field, also for elements of its list.
  private static String fieldOf(List<Value> path) {
    for (int i = path.size() - 1; i >= 0 && i >= path.size() - 2; i--) {
      if (path.get(i) instanceof StringValue name) {
        return name.text();
      }
    }
    return "";
  }
}
