package dev.landwaiter.base.finding;

import java.util.Locale;
import java.util.Optional;

/// The kinds of places where packages of languages are found.
public enum LanguageType {
  BUNDLER,
  GEMSPEC("Ruby"),
  CARGO,
  RUSTBINARY,
  COMPOSER,
  COMPOSER_VENDOR,
  NPM,
  YARN,
  PNPM,
  BUN,
  NODE_PKG("Node.js"),
  JAVASCRIPT,
  NUGET,
  DOTNET_CORE,
  PACKAGES_PROPS,
  PIP,
  PIPENV,
  POETRY,
  UV,
  PYLOCK,
  PYTHON_PKG("Python"),
  CONDA_PKG("Conda"),
  CONDA_ENVIRONMENT,
  JAR("Java"),
  POM,
  GRADLE,
  SBT,
  GOBINARY,
  GOMOD,
  CONAN,
  COCOAPODS,
  SWIFT,
  PUB,
  HEX,
  JULIA,
  BITNAMI,
  KUBERNETES;

  private final String aggregate;

  LanguageType() {
    this("");
  }

  LanguageType(String aggregate) {
    this.aggregate = aggregate;
  }

  /// The id of reports, such as `node-pkg`.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The title of the one result that holds all packages of this type, or empty for types that stay
  /// apart by file.
  public String aggregate() {
    return aggregate;
  }

  public static Optional<LanguageType> withId(String id) {
    for (LanguageType type : values()) {
      if (type.id().equals(id)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
