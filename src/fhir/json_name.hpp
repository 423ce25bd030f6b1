#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace vertebra::fhir {

// The name of a JSON member with its first and last bytes as numbers, so that most names are told apart without a look at
// their texts.
class Name {
 public:
  constexpr explicit Name(std::string_view text) noexcept : text_{text} {
    const std::size_t bytes = text.size() < word ? text.size() : word;
    head_ = bytes_of(text.data(), bytes);
    tail_ = text.size() < word ? 0 : bytes_of(text.data() + (text.size() - word), word);
  }

  // A piece of a text. Away from its ends whole words are read, whatever else is in them, without a branch by size.
  [[gnu::always_inline]] Name(std::string_view piece, std::string_view whole) noexcept : Name{unread{}, piece} {
    const char* const begin = piece.data();
    if (begin - whole.data() < reach || whole.data() + whole.size() - begin < reach) {
      *this = of_bytes(piece);
      return;
    }
    const std::size_t bytes = piece.size() < word ? piece.size() : word;
    std::memcpy(&head_, begin, word);
    head_ &= first_bytes[bytes];
    std::memcpy(&tail_, begin + piece.size() - word, word);
    tail_ &= first_bytes[bytes / word * word];
  }

  constexpr std::string_view text() const noexcept { return text_; }

  // Equal for equal names, and rarely for others.
  constexpr std::uint64_t mark() const noexcept {
    return (head_ ^ std::rotl(tail_, 23) ^ text_.size()) * 0x9E3779B97F4A7C15U;
  }

  friend constexpr bool operator==(const Name& a, const Name& b) noexcept {
    if (a.head_ != b.head_ || a.tail_ != b.tail_ || a.text_.size() != b.text_.size()) return false;
    return a.text_.size() <= 2 * word || a.text_ == b.text_;
  }

 private:
  static constexpr std::size_t word = sizeof(std::uint64_t);
  static constexpr std::ptrdiff_t reach = word;
  using Bytes = std::array<char, word>;
  struct unread {};

  // Apart, so that what nearly never happens does not weigh on each name.
  [[gnu::noinline]] static Name of_bytes(std::string_view text) noexcept { return Name{text}; }

  constexpr Name(unread, std::string_view text) noexcept : text_{text} {}

  static constexpr std::uint64_t bytes_of(const char* begin, std::size_t count) noexcept {
    Bytes bytes{};
    if (std::is_constant_evaluated())
      for (std::size_t i = 0; i < count; ++i) bytes[i] = begin[i];
    else if (count != 0)
      std::memcpy(bytes.data(), begin, count);
    return std::bit_cast<std::uint64_t>(bytes);
  }

  // By how many: all bits of that many bytes, in memory order.
  static constexpr auto first_bytes = [] {
    std::array<std::uint64_t, word + 1> masks{};
    Bytes bytes{};
    for (std::size_t i = 0; i < word; ++i) {
      masks[i] = std::bit_cast<std::uint64_t>(bytes);
      bytes[i] = static_cast<char>(-1);
    }
    masks[word] = std::bit_cast<std::uint64_t>(bytes);
    return masks;
  }();

  std::string_view text_;
  std::uint64_t head_ = 0;
  std::uint64_t tail_ = 0;
};

}  // namespace vertebra::fhir
