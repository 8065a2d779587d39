/*
 * Force-included (g++ -include) when better-sqlite3 is compiled for a runtime with Node-API 9.
 *
 * better-sqlite3 keeps references to strings, which Node-API allows from version 10 on. With version 9
 * only objects, functions and symbols may be referenced. So a value of another type is put into a one-element
 * array, the array is referenced, and the lowest bit of the handle (always 0 in a real one: it is
 * an aligned pointer) remembers that the value must be taken out again.
 */
#ifndef SCL_STRING_REFERENCES_H
#define SCL_STRING_REFERENCES_H

#include <node_api.h>

#include <cstdint>

namespace scl {

constexpr std::uintptr_t kBoxed = 1;

inline bool is_boxed(napi_ref ref) { return (reinterpret_cast<std::uintptr_t>(ref) & kBoxed) != 0; }

inline napi_ref mark_boxed(napi_ref ref) {
  return reinterpret_cast<napi_ref>(reinterpret_cast<std::uintptr_t>(ref) | kBoxed);
}

inline napi_ref plain(napi_ref ref) {
  return reinterpret_cast<napi_ref>(reinterpret_cast<std::uintptr_t>(ref) & ~kBoxed);
}

/* Property access is refused while an exception is pending, reading a reference is not: set it aside. */
class PendingException {
 public:
  explicit PendingException(napi_env env) : env_(env) {
    bool pending = false;
    if (napi_is_exception_pending(env_, &pending) == napi_ok && pending) {
      if (napi_get_and_clear_last_exception(env_, &exception_) != napi_ok) exception_ = nullptr;
    }
  }
  ~PendingException() {
    if (exception_ != nullptr) napi_throw(env_, exception_);
  }
  PendingException(const PendingException&) = delete;
  PendingException& operator=(const PendingException&) = delete;

 private:
  napi_env env_;
  napi_value exception_ = nullptr;
};

inline napi_status create_reference(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_valuetype type = napi_undefined;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (type == napi_object || type == napi_function || type == napi_symbol) {
    return napi_create_reference(env, value, count, result);
  }
  /* Nothing else holds the box, so a weak reference to it would be empty at once. */
  if (count == 0) return napi_invalid_arg;
  PendingException set_aside(env);
  napi_value box = nullptr;
  status = napi_create_array_with_length(env, 1, &box);
  if (status != napi_ok) return status;
  status = napi_set_element(env, box, 0, value);
  if (status != napi_ok) return status;
  napi_ref ref = nullptr;
  status = napi_create_reference(env, box, count, &ref);
  if (status != napi_ok) return status;
  *result = mark_boxed(ref);
  return napi_ok;
}

inline napi_status get_reference_value(napi_env env, napi_ref ref, napi_value* result) {
  napi_status status = napi_get_reference_value(env, plain(ref), result);
  if (status != napi_ok || !is_boxed(ref) || *result == nullptr) return status;
  PendingException set_aside(env);
  return napi_get_element(env, *result, 0, result);
}

inline napi_status delete_reference(napi_env env, napi_ref ref) {
  return napi_delete_reference(env, plain(ref));
}

inline napi_status reference_ref(napi_env env, napi_ref ref, uint32_t* result) {
  return napi_reference_ref(env, plain(ref), result);
}

inline napi_status reference_unref(napi_env env, napi_ref ref, uint32_t* result) {
  return napi_reference_unref(env, plain(ref), result);
}

}  // namespace scl

#define napi_create_reference scl::create_reference
#define napi_get_reference_value scl::get_reference_value
#define napi_delete_reference scl::delete_reference
#define napi_reference_ref scl::reference_ref
#define napi_reference_unref scl::reference_unref

#endif
