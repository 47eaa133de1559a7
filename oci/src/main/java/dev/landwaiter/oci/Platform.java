package dev.landwaiter.oci;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The machine an image is made for (OCI image specification 1.1, index, `platform`). Texts are
/// empty where nothing is said.
///
/// @param features `os.features` and Docker's `features` together
public record Platform(
    String os, String architecture, String variant, String osVersion, List<String> features) {
  public static final Platform LINUX_AMD64 = of("linux", "amd64", "");

  public Platform {
    features = List.copyOf(features);
  }

  static Platform of(String os, String architecture, String variant) {
    return new Platform(os, architecture, variant, "", List.of());
  }

  /// Reads `os[/arch[/variant]][:os.version]`; the system may be left empty (`/arm64`).
  ///
  /// @throws ImageException when the text has more than two slashes
  public static Platform parse(String text) throws ImageException {
    int colon = text.indexOf(':');
    String version = colon < 0 ? "" : text.substring(colon + 1);
    String[] parts = (colon < 0 ? text : text.substring(0, colon)).split("/", -1);
    if (parts.length > 3 || text.isBlank()) {
      throw Fields.invalid(
          "'" + Fields.shown(text) + "' is not a platform: OS[/ARCHITECTURE[/VARIANT]] is");
    }
    String architecture = parts.length > 1 ? parts[1] : "";
    String variant = parts.length > 2 ? parts[2] : "";
    return new Platform(parts[0], architecture, variant, version, List.of()).withUsualNames();
  }

  static Platform read(Fields fields) throws ImageException {
    var features = new ArrayList<>(fields.texts("os.features"));
    features.addAll(fields.texts("features"));
    return new Platform(
        fields.text("os"),
        fields.text("architecture"),
        fields.text("variant"),
        fields.text("os.version"),
        features);
  }

  /// As JSON, without what is empty.
  public Value toValue() {
    Map<Value, Value> members = new LinkedHashMap<>();
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("architecture", architecture);
    texts.put("os", os);
    texts.put("os.version", osVersion);
    texts.put("variant", variant);
    texts.forEach((key, text) -> {
      if (!text.isEmpty()) {
        members.put(Value.of(key), Value.of(text));
      }
    });
    if (!features.isEmpty()) {
      members.put(
          Value.of("os.features"), new ArrayValue(features.stream().map(Value::of).toList()));
    }
    return new ObjectValue(members);
  }

  /// The same platform in the usual names: `x86_64` is `amd64`, `aarch64` and `arm64/v8` are
  /// `arm64`, `macos` is `darwin`.
  public Platform withUsualNames() {
    String newOs = os.toLowerCase(Locale.ROOT);
    newOs = newOs.equals("macos") ? "darwin" : newOs;
    String newVariant = variant.toLowerCase(Locale.ROOT);
    String newArchitecture = architecture.toLowerCase(Locale.ROOT);
    switch (newArchitecture) {
      case "x86_64", "x86-64" -> newArchitecture = "amd64";
      case "i386" -> newArchitecture = "386";
      case "aarch64" -> newArchitecture = "arm64";
      case "armhf" -> {
        newArchitecture = "arm";
        newVariant = "v7";
      }
      case "armel" -> {
        newArchitecture = "arm";
        newVariant = "v6";
      }
      default -> {}
    }
    if (newArchitecture.equals("arm64") && newVariant.equals("v8")) {
      newVariant = "";
    }
    return new Platform(newOs, newArchitecture, newVariant, osVersion, features);
  }

  /// Whether an image for the other platform is what this request asks for: system and architecture
  /// are equal, variant and version where the request gives them, and the other has the features.
  public boolean accepts(Platform other) {
    var mine = withUsualNames();
    var its = other.withUsualNames();
    String itsVariant =
        its.architecture.equals("arm") && its.variant.isEmpty() ? "v7" : its.variant;
    return mine.os.equals(its.os)
        && (mine.architecture.isEmpty() || mine.architecture.equals(its.architecture))
        && (mine.variant.isEmpty() || mine.variant.equals(itsVariant))
        && (osVersion.isEmpty() || osVersion.equals(other.osVersion))
        && other.features.containsAll(features);
  }

  /// This request, with the system of the first entry where it names none.
  Platform completedFrom(Optional<Platform> first) {
    String system = os.isEmpty() ? first.map(Platform::os).orElse("linux") : os;
    return new Platform(system, architecture, variant, osVersion, features);
  }

  @Override
  public String toString() {
    String text = os + (architecture.isEmpty() ? "" : "/" + architecture);
    text += variant.isEmpty() ? "" : "/" + variant;
    return osVersion.isEmpty() ? text : text + ":" + osVersion;
  }
}
