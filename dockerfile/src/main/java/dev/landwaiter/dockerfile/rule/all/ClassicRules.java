package dev.landwaiter.dockerfile.rule.all;

import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.rule.dl.DL3032;
import dev.landwaiter.dockerfile.rule.dl.DL3033;
import dev.landwaiter.dockerfile.rule.dl.DL3034;
import dev.landwaiter.dockerfile.rule.dl.DL3035;
import dev.landwaiter.dockerfile.rule.dl.DL3036;
import dev.landwaiter.dockerfile.rule.dl.DL3037;
import dev.landwaiter.dockerfile.rule.dl.DL3038;
import dev.landwaiter.dockerfile.rule.dl.DL3040;
import dev.landwaiter.dockerfile.rule.dl.DL3041;
import dev.landwaiter.dockerfile.rule.dl.DL3042;
import dev.landwaiter.dockerfile.rule.dl.DL3043;
import dev.landwaiter.dockerfile.rule.dl.DL3044;
import dev.landwaiter.dockerfile.rule.dl.DL3045;
import dev.landwaiter.dockerfile.rule.dl.DL3046;
import dev.landwaiter.dockerfile.rule.dl.DL3047;
import dev.landwaiter.dockerfile.rule.dl.DL3048;
import dev.landwaiter.dockerfile.rule.dl.DL3049;
import dev.landwaiter.dockerfile.rule.dl.DL3050;
import dev.landwaiter.dockerfile.rule.dl.DL3051;
import dev.landwaiter.dockerfile.rule.dl.DL3052;
import dev.landwaiter.dockerfile.rule.dl.DL3053;
import dev.landwaiter.dockerfile.rule.dl.DL3054;
import dev.landwaiter.dockerfile.rule.dl.DL3055;
import dev.landwaiter.dockerfile.rule.dl.DL3056;
import dev.landwaiter.dockerfile.rule.dl.DL3057;
import dev.landwaiter.dockerfile.rule.dl.DL3058;
import dev.landwaiter.dockerfile.rule.dl.DL3059;
import dev.landwaiter.dockerfile.rule.dl.DL3060;
import dev.landwaiter.dockerfile.rule.dl.DL3061;
import dev.landwaiter.dockerfile.rule.dl.DL3062;
import dev.landwaiter.dockerfile.rule.dl.DL3063;
import dev.landwaiter.dockerfile.rule.dl.DL3064;
import dev.landwaiter.dockerfile.rule.dl.DL3065;
import dev.landwaiter.dockerfile.rule.dl.DL3066;
import dev.landwaiter.dockerfile.rule.dl.DL3067;
import dev.landwaiter.dockerfile.rule.dl.DL4000;
import dev.landwaiter.dockerfile.rule.dl.DL4001;
import dev.landwaiter.dockerfile.rule.dl.DL4003;
import dev.landwaiter.dockerfile.rule.dl.DL4004;
import dev.landwaiter.dockerfile.rule.dl.DL4005;
import dev.landwaiter.dockerfile.rule.dl.DL4006;
import java.util.List;

/// The rules whose ids begin with DL.
public final class ClassicRules {
  public static final List<Rule> ALL =
      List.of(
          new DL3032(),
          new DL3033(),
          new DL3034(),
          new DL3035(),
          new DL3036(),
          new DL3037(),
          new DL3038(),
          new DL3040(),
          new DL3041(),
          new DL3042(),
          new DL3043(),
          new DL3044(),
          new DL3045(),
          new DL3046(),
          new DL3047(),
          new DL3048(),
          new DL3049(),
          new DL3050(),
          new DL3051(),
          new DL3052(),
          new DL3053(),
          new DL3054(),
          new DL3055(),
          new DL3056(),
          new DL3057(),
          new DL3058(),
          new DL3059(),
          new DL3060(),
          new DL3061(),
          new DL3062(),
          new DL3063(),
          new DL3064(),
          new DL3065(),
          new DL3066(),
          new DL3067(),
          new DL4000(),
          new DL4001(),
          new DL4003(),
          new DL4004(),
          new DL4005(),
          new DL4006());

  private ClassicRules() {}
}
