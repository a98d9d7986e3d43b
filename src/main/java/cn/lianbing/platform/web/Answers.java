package cn.lianbing.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a method of the API answers, for the contract, where its Java type does not tell. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {
  /** One of these, or a list of one of these. */
  Class<?>[] value();

  boolean list() default false;
}
