package cn.lianbing.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which roles may call a resource; without it everybody who is signed in. Not {@code @RolesAllowed}: Payara's MicroProfile JWT
 * puts a filter of its own before methods that have it and answers 401 to every token but its own.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Roles {
  String[] value();
}
