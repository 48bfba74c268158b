hanoi(n, a="A", b="B", c="C") = n == 0 ? String[] : vcat(hanoi(n - 1, a, c, b), "$a→$c", hanoi(n - 1, b, a, c))

function collatz(n)
    steps = 0
    while n != 1
        n = iseven(n) ? n ÷ 2 : 3n + 1
        steps += 1
    end
    steps
end

function josephus(n, k)
    people = collect(1:n)
    i = 1
    order = Int[]
    while !isempty(people)
        i = mod1(i + k - 1, length(people))
        push!(order, people[i])
        deleteat!(people, i)
    end
    order
end

println(hanoi(3))
println(length(hanoi(8)))
best = 0
arg = 0
for n in 1:300
    c = collatz(n)
    if c > best
        global best = c
        global arg = n
    end
end
println(arg, " ", best)
println(josephus(7, 3))
for i in 1:15
    println(i % 15 == 0 ? "FizzBuzz" : i % 3 == 0 ? "Fizz" : i % 5 == 0 ? "Buzz" : i)
end
