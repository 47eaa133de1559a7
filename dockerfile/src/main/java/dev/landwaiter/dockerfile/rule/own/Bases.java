package dev.landwaiter.dockerfile.rule.own;

/// What is known of widely used base images without looking at them.
final class Bases {
  private Bases() {}

  /// As whom a container of the image runs.
  enum User {
    ROOT,
    /// Somebody else.
    OTHER,
    /// It starts as root, and its start script goes on as somebody else.
    DROPS,
    UNKNOWN
  }

  /// What kind of image it is.
  enum Kind {
    /// Nothing in it.
    SCRATCH,
    /// No shell and no package manager.
    DISTROLESS,
    ALPINE,
    /// Cut down, but with shell and package manager.
    SLIM,
    /// A whole distribution.
    SYSTEM,
    /// A language with compilers and headers.
    LANGUAGE,
    /// Made to build things in.
    BUILD,
    UNKNOWN
  }

  static User user(ImageName image) {
    if (image.tag().contains("nonroot")
        || image.tag().contains("unprivileged")
        || image.tag().contains("rootless")
        || image.path().contains("unprivileged")
        || image.tag().contains("chiseled")) {
      return User.OTHER;
    }
    if (isDistroless(image)) {
      return User.ROOT;
    }
    return switch (image.registry()) {
      case "" -> image.isOfficial() ? officialUser(image.path()) : hubUser(image.path());
      case "public.ecr.aws" ->
          image.path().startsWith("docker/library/")
              ? officialUser(image.shortName())
              : ofSystem(image);
      case "cgr.dev" -> image.shortName().equals("wolfi-base") ? User.ROOT : User.OTHER;
      case "mcr.microsoft.com" -> image.path().startsWith("dotnet/") ? User.ROOT : ofSystem(image);
      default -> ofSystem(image);
    };
  }

  private static User ofSystem(ImageName image) {
    return isSystem(image.shortName()) || image.shortName().startsWith("ubi-")
        ? User.ROOT
        : User.UNKNOWN;
  }

  private static User hubUser(String path) {
    String owner = path.substring(0, path.indexOf('/'));
    return switch (owner) {
      case "bitnami", "chainguard", "jupyter", "jenkins", "grafana", "prom" -> User.OTHER;
      default -> User.UNKNOWN;
    };
  }

  private static User officialUser(String name) {
    return switch (name) {
      case "elasticsearch",
          "logstash",
          "kibana",
          "solr",
          "haproxy",
          "memcached",
          "varnish",
          "sonarqube",
          "adminer",
          "rakudo-star" ->
          User.OTHER;
      case "postgres",
          "mysql",
          "mariadb",
          "percona",
          "redis",
          "valkey",
          "mongo",
          "cassandra",
          "rabbitmq",
          "zookeeper",
          "neo4j",
          "influxdb",
          "ghost",
          "consul",
          "vault",
          "flink",
          "storm",
          "couchdb",
          "eclipse-mosquitto",
          "znc",
          "teamspeak",
          "eggdrop" ->
          User.DROPS;
      default -> isOfficialRoot(name) ? User.ROOT : User.UNKNOWN;
    };
  }

  /// Well-known images of Docker Hub's own that run as root.
  private static boolean isOfficialRoot(String name) {
    return isSystem(name)
        || languageKind(name) != Kind.UNKNOWN
        || switch (name) {
          case "alpine",
              "amazoncorretto",
              "bash",
              "busybox",
              "caddy",
              "composer",
              "dart",
              "docker",
              "drupal",
              "eclipse-temurin",
              "hello-world",
              "httpd",
              "ibm-semeru-runtimes",
              "ibmjava",
              "jruby",
              "mageia",
              "mediawiki",
              "mono",
              "nats",
              "nextcloud",
              "nginx",
              "openjdk",
              "php",
              "phpmyadmin",
              "registry",
              "rocky",
              "ros",
              "sapmachine",
              "scratch",
              "swipl",
              "telegraf",
              "tomcat",
              "tomee",
              "traefik",
              "wordpress" ->
              true;
          default -> false;
        };
  }

  static Kind kind(ImageName image) {
    String name = image.shortName();
    if (image.registry().isEmpty() && image.path().equals("scratch")) {
      return Kind.SCRATCH;
    }
    if (isDistroless(image)
        || image.tag().contains("distroless")
        || image.tag().contains("chiseled")) {
      return Kind.DISTROLESS;
    }
    boolean trusted = image.isOfficial() || !image.registry().isEmpty();
    if (!trusted) {
      return Kind.UNKNOWN;
    }
    if (name.equals("alpine") || image.tagged("alpine")) {
      return Kind.ALPINE;
    }
    if (image.tagged("slim")
        || image.tagged("minimal")
        || image.tagged("micro")
        || name.contains("slim")) {
      return Kind.SLIM;
    }
    if (isSystem(name)) {
      return Kind.SYSTEM;
    }
    return image.isOfficial() || image.path().startsWith("docker/library/")
        ? languageKind(name)
        : image.path().startsWith("dotnet/sdk") ? Kind.BUILD : Kind.UNKNOWN;
  }

  private static Kind languageKind(String name) {
    return switch (name) {
      case "golang",
          "rust",
          "gcc",
          "maven",
          "gradle",
          "sbt",
          "buildpack-deps",
          "haskell",
          "swift",
          "clojure" ->
          Kind.BUILD;
      case "python", "node", "ruby", "perl", "erlang", "elixir", "pypy", "julia", "r-base" ->
          Kind.LANGUAGE;
      default -> Kind.UNKNOWN;
    };
  }

  /// Whole distributions.
  static boolean isSystem(String name) {
    return switch (name) {
      case "ubuntu",
          "debian",
          "centos",
          "fedora",
          "oraclelinux",
          "rockylinux",
          "almalinux",
          "amazonlinux",
          "archlinux",
          "leap",
          "tumbleweed",
          "opensuse",
          "photon",
          "ubi",
          "ubi8",
          "ubi9",
          "ubi10" ->
          true;
      default -> false;
    };
  }

  private static boolean isDistroless(ImageName image) {
    return image.path().contains("distroless/")
        || (image.registry().equals("cgr.dev")
            && !image.shortName().equals("wolfi-base")
            && !image.tag().contains("dev"));
  }

  /// Windows has other users, shells and tools.
  static boolean isWindows(ImageName image) {
    return image.path().contains("windows/")
        || image.path().contains("nanoserver")
        || image.path().contains("servercore")
        || image.tag().contains("nanoserver")
        || image.tag().contains("windowsservercore");
  }
}
