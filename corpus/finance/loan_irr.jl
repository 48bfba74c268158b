using Printf
#: differentiable npv_at([0.1])
npv(rate, flows) = sum(c / (1 + rate)^(t - 1) for (t, c) in enumerate(flows))
const FLOWS = [-1000.0, 300.0, 420.0, 680.0]
npv_at(r) = npv(r[1], FLOWS)

function irr(flows; lo=-0.9, hi=10.0)
    while hi - lo > 1e-12
        mid = (lo + hi) / 2
        npv(mid, flows) > 0 ? (lo = mid) : (hi = mid)
    end
    return lo
end

function amortize(principal, rate, years)
    n = 12years
    m = rate / 12
    payment = principal * m / (1 - (1 + m)^-n)
    balance = principal
    interest = 0.0
    for month in 1:n
        i = balance * m
        balance -= payment - i
        interest += i
        if month % 24 == 0
            @printf("%3d %12.2f %10.2f\n", month, balance, i)
        end
    end
    return payment, interest
end

@printf("IRR %.6f\n", irr(FLOWS))
p, i = amortize(100_000, 0.06, 10)
@printf("payment %.2f, interest %.2f\n", p, i)
println(npv_at([0.1]))
